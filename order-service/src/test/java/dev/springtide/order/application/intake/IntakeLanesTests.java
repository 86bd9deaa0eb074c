package dev.springtide.order.application.intake;

import static dev.springtide.order.application.intake.IntakeFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.order.application.ledger.LedgerKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeLanesTests {

    private final IntakeFixture fixture = new IntakeFixture();
    private final IntakeLanes lanes = lanes(Duration.ZERO, Duration.ofSeconds(20));

    private IntakeLanes lanes(Duration interval, Duration patience) {
        return new IntakeLanes(
                1,
                3,
                100,
                interval,
                patience,
                fixture.batch(),
                IntakeFixture.OutageException.class::isInstance,
                fixture.metrics);
    }

    @BeforeEach
    void closeTheGate() {
        fixture.gate.drainPermits();
        lanes.start();
    }

    @AfterEach
    void stop() {
        fixture.gate.release(1000);
        lanes.close();
    }

    @Test
    void takesWhatQueuedInOneBatchSortedByKey() {
        List<CompletableFuture<IntakeOutcome>> first = place("first");
        awaitQueued(0, 1);
        List<CompletableFuture<IntakeOutcome>> queued =
                Stream.of("zebra", "mole", "ant")
                        .flatMap(key -> {
                            List<CompletableFuture<IntakeOutcome>> one = place(key);
                            awaitInQueue(lanes, key);
                            return one.stream();
                        })
                        .toList();
        fixture.gate.release(2);

        assertThat(Stream.concat(first.stream(), queued.stream()))
                .allMatch(outcome -> outcome.join() instanceof IntakeOutcome.Placed);
        assertThat(fixture.batches).hasSize(2);
        assertThat(fixture.batches.getLast().stream().map(LedgerKey::key))
                .containsExactly("ant", "mole", "zebra");
    }

    @Test
    void gathersForAnIntervalAfterTheStartOfABatch() {
        fixture.gate.release(100);
        try (IntakeLanes resting = lanes(Duration.ofSeconds(2), Duration.ofSeconds(20))) {
            resting.start();
            placeIn(resting, "first").join();
            List<CompletableFuture<IntakeOutcome>> next =
                    Stream.of("a", "b", "c").map(key -> placeIn(resting, key)).toList();

            assertThat(next).allMatch(outcome -> outcome.join() instanceof IntakeOutcome.Placed);
        }
        assertThat(fixture.batches).extracting(List::size).containsExactly(1, 3);
    }

    @Test
    void gathersLongerAfterABatchThatTookLong() {
        Duration patience = Duration.ofSeconds(2);
        try (IntakeLanes resting = lanes(Duration.ofMillis(200), patience)) {
            resting.start();
            assertThat(placeIn(resting, "stalled").join()).isEqualTo(new Refusal.Unavailable());
            fixture.gate.release(100);
            List<CompletableFuture<IntakeOutcome>> next =
                    Stream.of("a", "b", "c")
                            .map(key -> {
                                CompletableFuture<IntakeOutcome> one = placeIn(resting, key);
                                awaitInQueue(resting, key);
                                return one;
                            })
                            .toList();

            assertThat(next).allMatch(outcome -> outcome.join() instanceof IntakeOutcome.Placed);
        }
        assertThat(fixture.batches).extracting(List::size).containsExactly(1, 3);
    }

    @Test
    void writesWhatItHoldsWhenItIsClosedAtRest() {
        fixture.gate.release(100);
        IntakeLanes resting = lanes(Duration.ofMinutes(1), Duration.ofSeconds(20));
        resting.start();
        placeIn(resting, "first").join();
        CompletableFuture<IntakeOutcome> last = placeIn(resting, "last");
        await().until(() -> resting.place(command("alice", "last")) instanceof Refusal.InFlight);
        resting.close();

        assertThat(last.join()).isInstanceOf(IntakeOutcome.Placed.class);
    }

    @Test
    void letsOneRequestOfAKeyInAtATime() {
        List<CompletableFuture<IntakeOutcome>> first = place("same");

        await().until(() -> lanes.place(command("alice", "same")) instanceof Refusal.InFlight);
        fixture.gate.release(1);
        assertThat(first.getFirst().join()).isInstanceOf(IntakeOutcome.Placed.class);
        fixture.gate.release(1);
        assertThat(lanes.place(command("alice", "same"))).isInstanceOf(IntakeOutcome.Placed.class);
    }

    @Test
    void refusesWhatDoesNotFit() {
        place("running");
        awaitQueued(0, 1);
        place("1");
        place("2");
        place("3");
        awaitQueued(3, 1);

        assertThat(lanes.place(command("alice", "4"))).isEqualTo(new Refusal.Unavailable());
        fixture.gate.release(100);
        await().until(() -> lanes.place(command("alice", "4")) instanceof IntakeOutcome.Placed);
    }

    @Test
    void neverWritesWhatItsCallerHasGivenUp() {
        try (IntakeLanes impatient = lanes(Duration.ZERO, Duration.ofMillis(50))) {
            impatient.start();
            assertThat(impatient.place(command("alice", "taken")))
                    .isEqualTo(new Refusal.Unavailable());
            assertThat(impatient.place(command("alice", "taken")))
                    .isEqualTo(new Refusal.InFlight());
            assertThat(impatient.place(command("alice", "left")))
                    .isEqualTo(new Refusal.Unavailable());
            fixture.gate.release(100);
            await().until(() ->
                    impatient.place(command("alice", "taken")) instanceof IntakeOutcome.Placed);
        }
        assertThat(fixture.batches.stream().flatMap(List::stream).map(LedgerKey::key))
                .doesNotContain("left");
    }

    @Test
    void answersWithinItsPatienceWhateverTheLaneWaitsFor() {
        try (IntakeLanes impatient = lanes(Duration.ZERO, Duration.ofMillis(50))) {
            impatient.start();
            assertThat(placeIn(impatient, "stalled"))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(new Refusal.Unavailable());
            fixture.gate.release(100);
        }
    }

    private List<CompletableFuture<IntakeOutcome>> place(String key) {
        return List.of(placeIn(lanes, key));
    }

    private static CompletableFuture<IntakeOutcome> placeIn(IntakeLanes lanes, String key) {
        return CompletableFuture.supplyAsync(
                () -> lanes.place(command("alice", key)), Thread::startVirtualThread);
    }

    private static void awaitInQueue(IntakeLanes lanes, String key) {
        await().until(() -> lanes.place(command("alice", key)) instanceof Refusal.InFlight);
    }

    /** The gate holds the batch that is running. */
    private void awaitQueued(int queued, int running) {
        await().until(() ->
                fixture.registry.get("intake.queued").gauge().value() == queued
                        && fixture.gate.getQueueLength() == running);
    }
}
