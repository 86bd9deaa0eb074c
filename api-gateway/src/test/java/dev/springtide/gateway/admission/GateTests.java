package dev.springtide.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.SettableLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

class GateTests {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final SettableLimit limit = SettableLimit.startingAt(2);
    private final List<Priority> refusals = new ArrayList<>();
    private final Gate gate = new Gate(limit, 3, PATIENCE, clock, refusals::add);
    private final List<String> log = new ArrayList<>();
    private final List<Sinks.Empty<Void>> works = new ArrayList<>();

    @Test
    void admitsAsManyAsTheLimitSaysAndTheMostImportantNext() {
        enter("first", Priority.CHECKOUT);
        enter("second", Priority.CHECKOUT);
        enter("list", Priority.BULK);
        enter("status", Priority.STATUS);
        enter("order", Priority.CHECKOUT);
        assertThat(log).containsExactly("first", "second");

        works.get(0).tryEmitEmpty();
        assertThat(log).containsExactly("first", "second", "order");
        works.get(1).tryEmitEmpty();
        works.get(2).tryEmitEmpty();
        assertThat(log).containsExactly("first", "second", "order", "status");
        works.get(3).tryEmitEmpty();
        assertThat(log).endsWith("list");
        works.get(4).tryEmitEmpty();
        assertEmpty();
    }

    @Test
    void whatMattersLessLeavesRoomForWhatMattersMore() {
        limit.setLimit(8);
        for (int n = 0; n < 5; n++) {
            enter("list " + n, Priority.BULK);
        }
        assertThat(log).hasSize(4);
        for (int n = 0; n < 3; n++) {
            enter("order " + n, Priority.CHECKOUT);
        }
        works.getFirst().tryEmitEmpty();
        assertThat(log).as("all orders, and no fifth list").hasSize(7).doesNotContain("list 4");
    }

    @Test
    void refusesWhoHasWaitedForTooLong() {
        enter("first", Priority.CHECKOUT);
        enter("second", Priority.CHECKOUT);
        enter("late", Priority.CHECKOUT);
        clock.advanceTimeBy(PATIENCE.minusMillis(1));
        assertThat(log).doesNotContain("late refused");
        clock.advanceTimeBy(Duration.ofMillis(1));
        assertThat(log).endsWith("late refused");

        works.forEach(Sinks.Empty::tryEmitEmpty);
        assertThat(log).doesNotContain("late");
        assertEmpty();
    }

    @Test
    void aFullQueueRefusesTheLeastImportantOfAll() {
        enter("first", Priority.CHECKOUT);
        enter("second", Priority.CHECKOUT);
        enter("status", Priority.STATUS);
        enter("list", Priority.BULK);
        enter("later list", Priority.BULK);
        enter("order", Priority.CHECKOUT);
        assertThat(log).endsWith("later list refused");
        enter("product", Priority.BROWSE);
        assertThat(log).endsWith("list refused");
        enter("last", Priority.BULK);
        assertThat(log).endsWith("last refused");
        assertThat(refusals).containsExactly(Priority.BULK, Priority.BULK, Priority.BULK);
    }

    @Test
    void whoGivesUpInFlightLeavesThePlaceToTheNext() {
        Disposable first = enter("first", Priority.CHECKOUT);
        enter("second", Priority.CHECKOUT);
        enter("third", Priority.CHECKOUT);
        first.dispose();
        assertThat(log).containsExactly("first", "second", "third");
        works.forEach(Sinks.Empty::tryEmitEmpty);
        assertEmpty();
    }

    @Test
    void failuresAndRefusalsAreTheServicesOwn() {
        List<Boolean> dropped = new ArrayList<>();
        Gate judged = new Gate(new Judged(dropped), 3, PATIENCE, clock, refusals::add);
        judged.admit(Priority.BROWSE, Mono.empty(), () -> false).subscribe();
        judged.admit(Priority.BROWSE, Mono.empty(), () -> true).subscribe();
        judged.admit(Priority.BROWSE, Mono.error(new IOException()), () -> false)
                .onErrorComplete()
                .subscribe();
        judged.admit(Priority.BROWSE, Mono.never(), () -> true).subscribe().dispose();
        assertThat(dropped).containsExactly(false, true, true);
    }

    @Test
    void aLimitThatWasCutComesBackWhileTheServiceIsFastHoweverFewAsk() {
        AIMDLimit cut =
                AIMDLimit.newBuilder()
                        .minLimit(4)
                        .initialLimit(10)
                        .maxLimit(12)
                        .timeout(1, TimeUnit.MINUTES)
                        .build();
        Gate calm = new Gate(cut, 3, PATIENCE, clock, refusals::add);
        calm.admit(Priority.CHECKOUT, Mono.empty(), () -> true).subscribe();
        assertThat(calm.limit()).isEqualTo(9);

        for (int n = 0; n < 5; n++) {
            calm.admit(Priority.CHECKOUT, Mono.empty(), () -> false).subscribe();
        }

        assertThat(calm.limit()).isEqualTo(12);
    }

    @Test
    void whoGivesUpWaitsNoLonger() {
        enter("first", Priority.CHECKOUT);
        enter("second", Priority.CHECKOUT);
        enter("gone", Priority.CHECKOUT).dispose();
        assertThat(gate.queued()).isZero();
        works.forEach(Sinks.Empty::tryEmitEmpty);
        assertThat(log).containsExactly("first", "second");
        assertEmpty();
    }

    @Test
    void losesNoPlaceWhateverHappensAtOnce() throws Exception {
        Gate contended =
                new Gate(
                        FixedLimit.of(7),
                        20,
                        Duration.ofMillis(2),
                        Schedulers.parallel(),
                        refused -> {});
        Inside inside = new Inside();
        Callable<Void> client =
                () -> {
                    for (int n = 0; n < 2_000; n++) {
                        visit(contended, inside);
                    }
                    return null;
                };
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            for (Future<Void> end : clients.invokeAll(Collections.nCopies(16, client))) {
                end.get();
            }
        }
        await().untilAsserted(() -> {
            assertThat(contended.inFlight()).isZero();
            assertThat(contended.queued()).isZero();
        });
        assertThat(inside.most.get()).isBetween(1, 7);
    }

    /** How many are inside, and how many were at most. */
    private record Inside(AtomicInteger now, AtomicInteger most) {

        Inside() {
            this(new AtomicInteger(), new AtomicInteger());
        }

        void comeAndGo() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
        }
    }

    /** Every other one gives up, wherever it is. */
    private static void visit(Gate gate, Inside inside) {
        Random random = ThreadLocalRandom.current();
        Priority priority = random.nextBoolean() ? Priority.CHECKOUT : Priority.BROWSE;
        Disposable visit =
                gate.admit(priority, Mono.fromRunnable(inside::comeAndGo), () -> false)
                        .subscribe(end -> {}, refused -> {});
        if (random.nextBoolean()) {
            visit.dispose();
        }
    }

    private Disposable enter(String name, Priority priority) {
        Sinks.Empty<Void> work = Sinks.empty();
        Mono<Void> visit =
                Mono.defer(() -> {
                    log.add(name);
                    works.add(work);
                    return work.asMono();
                });
        return gate.admit(priority, visit, () -> false)
                .subscribe(end -> {}, failure -> log.add(name + " refused"));
    }

    /** Takes everything, and notes what it was told. */
    private record Judged(List<Boolean> dropped) implements Limit {

        @Override
        public int getLimit() {
            return 100;
        }

        @Override
        public void notifyOnChange(Consumer<Integer> consumer) {
            consumer.accept(getLimit());
        }

        @Override
        public void onSample(long start, long took, int inFlight, boolean wasDropped) {
            dropped.add(wasDropped);
        }
    }

    private void assertEmpty() {
        assertThat(gate.inFlight()).isZero();
        assertThat(gate.queued()).isZero();
    }
}
