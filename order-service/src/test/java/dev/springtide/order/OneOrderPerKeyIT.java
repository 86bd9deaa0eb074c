package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.TestFigures;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many identical requests of many keys at the same time, over two instances on one database. The
 * number of keys is the system property {@code springtide.test.keys}.
 */
class OneOrderPerKeyIT {

    private static final int KEYS = Integer.getInteger("springtide.test.keys", 25);
    private static final int PARALLEL = 64;

    /** A cold, crowded machine must not turn an answer into a 503. */
    private static final String[] PATIENT = {
        "springtide.intake.answer-within=15s",
        "springtide.intake.connection-timeout=10s",
        "springtide.intake.network-timeout=10s",
        "springtide.reads.connection-timeout=10s",
        "springtide.reads.network-timeout=10s"
    };

    private static final Database DATABASE = Infrastructure.freshDatabase("one_order_per_key");
    private static final TestDatabase TABLES = new TestDatabase(DATABASE);
    private static RunningOrderService one;
    private static RunningOrderService other;

    @BeforeAll
    static void start() {
        one = RunningOrderService.start(DATABASE, PATIENT);
        other = RunningOrderService.start(DATABASE, PATIENT);
        TABLES.product("BOARD", 1250, "EUR");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void givesEveryKeyOneOrder() throws Exception {
        long inFlight = 0;
        for (int key = 0; key < KEYS; key++) {
            inFlight += storm("storm-" + key);
        }
        long orders = TABLES.count("SELECT count(*) FROM orders WHERE customer_id = 'alice'");
        TestFigures.of(getClass(), 0)
                .add("keys", KEYS)
                .add("identical requests of a key", PARALLEL)
                .add("orders too many or too few", Math.abs(orders - KEYS))
                .add("answered 409 in flight", inFlight)
                .write();
        assertThat(orders).isEqualTo(KEYS);
        assertThat(
                        TABLES.count(
                                // Nobody answers here, so that an order asks again after 2 min: as
                                // a
                                // later version.
                                "SELECT count(*) FROM outbox WHERE type = 'dev.springtide.order.created.v1'"
                                        + " AND aggregate_version = 1 AND aggregate_id IN (SELECT id::text FROM orders"
                                        + " WHERE customer_id = 'alice')"))
                .isEqualTo(KEYS);
        System.out.printf(
                "%d keys, %d identical requests each: %d orders, %d answered 409%n",
                KEYS, PARALLEL, KEYS, inFlight);
    }

    /** How many of the requests were told that another one is in flight. */
    private static long storm(String key) throws Exception {
        List<Answer> answers = parallel(key);
        List<Answer> placed = answers.stream().filter(a -> a.status() == 201).toList();
        List<Answer> refused = answers.stream().filter(a -> a.status() != 201).toList();

        assertThat(placed).isNotEmpty();
        assertThat(placed.stream().map(Answer::id).distinct()).hasSize(1);
        assertThat(placed.stream().filter(a -> a.header("Idempotency-Replayed").isEmpty()))
                .as("exactly one request has placed the order")
                .hasSize(1);
        assertThat(refused)
                .allSatisfy(a -> {
                    assertThat(a.status()).isEqualTo(409);
                    assertThat(a.problem()).isEqualTo("request-in-flight");
                });
        return refused.size();
    }

    private static List<Answer> parallel(String key) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PARALLEL);
        List<OrderClient> clients = List.of(one.customer("alice"), other.customer("alice"));
        String body = body("BOARD", 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> requests =
                    IntStream.range(0, PARALLEL)
                            .<Callable<Answer>>mapToObj(n ->
                                    () -> {
                                        together.await();
                                        return clients.get(n % 2).place(key, body);
                                    })
                            .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void tellsAChangedBodyOnEveryInstance() {
        one.customer("carol").place("changed", body("BOARD", 1));

        Answer changed = other.customer("carol").place("changed", body("BOARD", 2));

        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void keepsTheKeysOfSubjectsApart() {
        String first = one.customer("dave").place("mine", body("BOARD", 1)).id();

        Answer same = other.customer("eve").place("mine", body("BOARD", 1));
        Answer different = other.customer("frank").place("mine", body("BOARD", 2));

        assertThat(same.status()).isEqualTo(201);
        assertThat(same.header("Idempotency-Replayed")).isEmpty();
        assertThat(same.id()).isNotEqualTo(first);
        assertThat(different.status()).isEqualTo(201);
        assertThat(different.header("Idempotency-Replayed")).isEmpty();
    }
}
