package dev.springtide.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.TestFigures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Many writers, roll-backs and slow transactions here and in another database: nothing is lost,
 * made up or out of order. The full count takes {@code -Dspringtide.test.events=1000000}.
 */
class OutboxOrderIT {

    private static final int WRITERS = 24;
    private static final int AGGREGATES = 400;
    private static final int EVENTS = Integer.getInteger("springtide.test.events", 20_000);
    private static final long SEED = Long.getLong("springtide.seed", System.nanoTime());

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();

    /** When each number was committed; 0 for one that was not. */
    private final AtomicLongArray committed = new AtomicLongArray(2 * EVENTS);

    private final Ledger ledger = new Ledger();
    private volatile boolean writing = true;

    @Test
    void publishesEveryCommittedEventOnceAndInOrder() throws Exception {
        String kafka = Infrastructure.kafka().bootstrapServers();
        try (OutboxFixture fixture = new OutboxFixture("row3", kafka);
                Reader _ = new Reader(kafka, ledger::add);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<UUID> aggregates = new ArrayList<>();
            for (int i = 0; i < AGGREGATES; i++) {
                aggregates.add(fixture.newAggregate());
            }
            OutboxRelay relay = fixture.relay();
            relay.start();
            warmUp(fixture, aggregates.getFirst());
            Future<?> elsewhere = threads.submit(this::writeSlowlyElsewhere);
            Future<?> slow = threads.submit(() -> writeSlowly(fixture, aggregates));
            long began = System.nanoTime();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                SplittableRandom random = new SplittableRandom(SEED + writer);
                writers.add(threads.submit(() -> write(fixture, aggregates, random)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing = false;
            slow.get();
            elsewhere.get();
            double seconds = (System.nanoTime() - began) / 1e9;
            int expected = expected();
            await().atMost(Duration.ofMinutes(2)).until(() -> ledger.seen() >= expected);
            report(fixture, expected, seconds);
            assertThat(ledger.problems()).isEmpty();
            assertThat(ledger.seen()).isEqualTo(expected);
            assertThat(ledger.madeUp(committed)).isZero();
            assertThat(ledger.duplicates()).isZero();
            assertNoDeadTuples(fixture);
            relay.stop();
        }
    }

    /** The figures are of a leader at work, not of the first election of a new cluster. */
    private void warmUp(OutboxFixture fixture, UUID aggregate) {
        for (int i = 0; i < 200; i++) {
            change(fixture, 1, false, 0, aggregate, aggregate);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.seen() == 400);
        ledger.forgetLags();
    }

    private void write(OutboxFixture fixture, List<UUID> aggregates, SplittableRandom random) {
        while (numbers.get() < EVENTS) {
            int events = 1 + random.nextInt(3);
            boolean rollBack = random.nextInt(20) == 0;
            int first = random.nextInt(AGGREGATES);
            // Locks are taken in the order of ids, so the writers do not deadlock.
            int second = random.nextBoolean() ? first : first + random.nextInt(AGGREGATES - first);
            int pause = random.nextInt(50) == 0 ? random.nextInt(20) : 0;
            change(fixture, events, rollBack, pause, aggregates.get(first), aggregates.get(second));
        }
    }

    private void change(
            OutboxFixture fixture, int events, boolean rollBack, int pauseMillis, UUID a, UUID b) {
        int number = numbers.getAndAdd(events + 1);
        fixture.transactions.executeWithoutResult(status -> {
            for (int i = 0; i < events; i++) {
                fixture.change(a, number + i);
            }
            fixture.change(b, number + events);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            if (rollBack) {
                status.setRollbackOnly();
            }
        });
        if (rollBack) {
            rolledBack.addAndGet(events + 1);
        } else {
            long now = System.nanoTime();
            for (int i = 0; i <= events; i++) {
                committed.set(number + i, now);
            }
        }
    }

    /** Transactions of half a second that drew their numbers at the beginning. */
    private void writeSlowly(OutboxFixture fixture, List<UUID> aggregates) {
        SplittableRandom random = new SplittableRandom(SEED - 1);
        while (writing) {
            UUID aggregate = aggregates.get(random.nextInt(AGGREGATES));
            change(fixture, 1, false, 500, aggregate, aggregate);
        }
    }

    /** Holds a transaction id of the cluster for seconds in a database that has no outbox. */
    private void writeSlowlyElsewhere() {
        try (Connection connection = Infrastructure.freshDatabase("elsewhere").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ballast (n int)");
            connection.setAutoCommit(false);
            while (writing) {
                statement.execute("INSERT INTO ballast VALUES (1)");
                for (int i = 0; i < 30 && writing; i++) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int expected() {
        int expected = 0;
        for (int i = 0; i < numbers.get(); i++) {
            expected += committed.get(i) == 0 ? 0 : 1;
        }
        return expected;
    }

    private void report(OutboxFixture fixture, int expected, double seconds) {
        long[] lags = ledger.lags(committed);
        long rewritten = count(fixture, "n_tup_upd + n_tup_del");
        TestFigures.of(getClass(), SEED)
                .add("events", expected)
                .add("writers", WRITERS)
                .add("rolled back", rolledBack.get())
                .add("lost", expected - ledger.seen())
                .add("made up", ledger.madeUp(committed))
                .add("out of order", ledger.problems().size())
                .add("events updated or deleted", rewritten)
                .add("lag p99, ms", TimeUnit.NANOSECONDS.toMillis(lags[lags.length * 99 / 100]))
                .write();
        System.out.printf(
                "seed %d: %d events by %d writers at %.0f/s, %d rolled back; lost %d, made up %d,"
                        + " out of order %d, twice %d; lag p50 %d ms, p99 %d ms%n",
                SEED,
                expected,
                WRITERS,
                expected / seconds,
                rolledBack.get(),
                expected - ledger.seen(),
                ledger.madeUp(committed),
                ledger.problems().size(),
                ledger.duplicates(),
                TimeUnit.NANOSECONDS.toMillis(lags[lags.length / 2]),
                TimeUnit.NANOSECONDS.toMillis(lags[(int) (lags.length * 0.99)]));
    }

    private void assertNoDeadTuples(OutboxFixture fixture) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(count(fixture, "n_tup_upd + n_tup_del")).isZero();
                    assertThat(count(fixture, "n_dead_tup")).isLessThanOrEqualTo(rolledBack.get());
                });
    }

    private static long count(OutboxFixture fixture, String column) {
        return fixture.number(
                "SELECT sum(%s) FROM pg_stat_user_tables WHERE relname LIKE 'outbox_p%%'"
                        .formatted(column));
    }

    /** What a reader has seen, checked as it comes. */
    private static final class Ledger {
        private final BitSet seen = new BitSet();
        private final Map<String, Long> versions = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final long[] received = new long[2 * EVENTS];
        private int count;
        private int duplicates;
        private int measuredFrom;

        synchronized void add(Reader.Seen event) {
            int number = (int) event.number();
            if (seen.get(number)) {
                duplicates++;
                return;
            }
            seen.set(number);
            count++;
            received[number] = event.receivedNanos();
            Long before = versions.put(event.aggregate(), event.version());
            if (before == null ? event.version() != 1 : event.version() != before + 1) {
                problems.add(event + " came after version " + before);
            }
        }

        synchronized int seen() {
            return count;
        }

        synchronized int duplicates() {
            return duplicates;
        }

        synchronized List<String> problems() {
            return List.copyOf(problems);
        }

        synchronized long madeUp(AtomicLongArray committed) {
            return seen.stream().filter(number -> committed.get(number) == 0).count();
        }

        synchronized void forgetLags() {
            measuredFrom = seen.length();
        }

        synchronized long[] lags(AtomicLongArray committed) {
            return seen.stream()
                    .filter(number -> number >= measuredFrom && committed.get(number) != 0)
                    .mapToLong(number -> Math.max(0, received[number] - committed.get(number)))
                    .sorted()
                    .toArray();
        }
    }
}
