package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What intake does while a batch is stuck: a lock on the price projection holds the batch after it
 * has claimed its keys and before it has stored anything.
 */
class IntakeGuardsIT {

    /** One lane with room for one; nobody gives up while the test holds the lock. */
    private static final String[] NARROW = {
        "springtide.intake.lanes=1",
        "springtide.intake.queue-capacity=3",
        "springtide.intake.answer-within=30s",
        "springtide.intake.connection-timeout=30s",
        "springtide.intake.network-timeout=30s"
    };

    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Executor THREADS = Thread::startVirtualThread;

    private static final Database DATABASE = Infrastructure.freshDatabase("intake_guards");
    private static final TestDatabase TABLES = new TestDatabase(DATABASE);
    private static RunningOrderService one;
    private static RunningOrderService other;

    @BeforeAll
    static void start() {
        one = RunningOrderService.start(DATABASE, NARROW);
        other = RunningOrderService.start(DATABASE, NARROW);
        TABLES.product("BOARD", 1250, "EUR");
        TABLES.jdbc()
                .execute(
                        "ALTER TABLE orders ADD CONSTRAINT poison CHECK (customer_id <> 'poison')");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void tellsASecondRequestOfAnInstanceAtOnceThatTheFirstIsInFlight() throws Exception {
        OrderClient alice = one.customer("alice");
        CompletableFuture<Answer> first;
        try (Connection lock = lockPrices()) {
            first = place(alice, "same-instance");
            awaitStuckBatches(1);

            assertInFlight(alice.place("same-instance", body("BOARD", 1)));
            lock.commit();
        }
        assertThat(first.join().status()).isEqualTo(201);
    }

    @Test
    void tellsARequestOfAnotherInstanceAtOnceThatTheFirstIsInFlight() throws Exception {
        CompletableFuture<Answer> first;
        try (Connection lock = lockPrices()) {
            first = place(one.customer("alice"), "other-instance");
            awaitStuckBatches(1);

            assertInFlight(other.customer("alice").place("other-instance", body("BOARD", 1)));
            lock.commit();
        }
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(other.customer("alice").place("other-instance", body("BOARD", 1)).id())
                .isEqualTo(first.join().id());
    }

    @Test
    void refusesAtOnceWhatDoesNotFitTheQueue() throws Exception {
        OrderClient bob = one.customer("bob");
        List<CompletableFuture<Answer>> waiting;
        try (Connection lock = lockPrices()) {
            CompletableFuture<Answer> stuck = place(bob, "stuck");
            awaitStuckBatches(1);
            List<CompletableFuture<Answer>> offered =
                    IntStream.range(0, 8).mapToObj(n -> place(bob, "queued-" + n)).toList();
            await().atMost(AT_ONCE)
                    .until(() -> offered.stream().filter(CompletableFuture::isDone).count() == 5);

            offered.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .forEach(answer -> {
                        assertThat(answer.status()).isEqualTo(503);
                        assertThat(answer.problem()).isEqualTo("service-unavailable");
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                    });
            waiting = offered.stream().filter(answer -> !answer.isDone()).toList();
            lock.commit();
            assertThat(stuck.join().status()).isEqualTo(201);
        }
        assertThat(waiting).hasSize(3).allMatch(answer -> answer.join().status() == 201);
        assertThat(TABLES.count("SELECT count(*) FROM orders WHERE customer_id = 'bob'"))
                .isEqualTo(4);
    }

    @Test
    void refusesOnlyTheOneOrderThatCannotBeStored() throws Exception {
        OrderClient carol = one.customer("carol");
        CompletableFuture<Answer> bad;
        List<CompletableFuture<Answer>> good;
        try (Connection lock = lockPrices()) {
            CompletableFuture<Answer> stuck = place(carol, "stuck");
            awaitStuckBatches(1);
            bad = place(one.customer("poison"), "bad");
            good = List.of(place(carol, "good-1"), place(carol, "good-2"));
            await().atMost(AT_ONCE).until(() -> one.queued() == 3);
            lock.commit();
            assertThat(stuck.join().status()).isEqualTo(201);
        }
        assertThat(good).allMatch(answer -> answer.join().status() == 201);
        assertThat(bad.join().status()).isEqualTo(422);
        assertThat(bad.join().problem()).isEqualTo("unprocessable");
        assertThat(TABLES.count("SELECT count(*) FROM idempotency_key WHERE subject = 'poison'"))
                .isZero();
    }

    private static CompletableFuture<Answer> place(OrderClient client, String key) {
        return CompletableFuture.supplyAsync(() -> client.place(key, body("BOARD", 1)), THREADS);
    }

    private static void assertInFlight(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("request-in-flight");
    }

    private static Connection lockPrices() throws SQLException {
        Connection lock = DATABASE.connect();
        lock.setAutoCommit(false);
        lock.createStatement().execute("LOCK TABLE product_price IN ACCESS EXCLUSIVE MODE");
        return lock;
    }

    private static void awaitStuckBatches(int count) {
        await().atMost(AT_ONCE)
                .until(() ->
                        TABLES.count(
                                        "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                                + " AND relation = 'product_price'::regclass")
                                == count);
    }
}
