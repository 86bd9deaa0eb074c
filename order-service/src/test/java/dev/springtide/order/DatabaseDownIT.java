package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import dev.springtide.problem.ProblemHandler;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The database stands still, or dies: callers know within a second, and it heals itself. */
class DatabaseDownIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration BACK = Duration.ofSeconds(10);

    private static final String REFUND =
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"reason\":\"late\"}";
    private static final String PARCEL = "{\"carrier\":\"Tide Post\",\"trackingNumber\":\"TP-1\"}";
    private static PostgresServer postgres;
    private static TestDatabase tables;
    private static RunningOrderService service;
    private static OrderClient alice;
    private static OrderClient olga;

    @BeforeAll
    static void start() {
        postgres = Infrastructure.newPostgres();
        Database database = postgres.database("orders", "orders");
        service = RunningOrderService.start(database);
        tables = new TestDatabase(database);
        tables.product("BOARD", 1250, "EUR");
        alice = service.customer("alice");
        olga = service.operator("olga");
        for (int n = 0; n < 50; n++) {
            String id = alice.placed("warm-" + n, body("BOARD", 1));
            alice.get("/api/v1/orders/" + id);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        postgres.close();
    }

    @Test
    void answers503WithinASecondWhileTheDatabaseStandsStill() {
        String id = alice.placed("before", body("BOARD", 1));
        ListAppender<ILoggingEvent> log = watchProblems();
        // A connection that was just used is not tested by the pool: the read itself must give up.
        alice.get("/api/v1/orders/" + id);
        postgres.pause();
        try {
            assertUnavailable(() -> alice.get("/api/v1/orders/" + id));
            for (int n = 0; n < 3; n++) {
                String key = "stalled-" + n;
                assertUnavailable(() -> alice.place(key, body("BOARD", 1)));
                assertUnavailable(() -> alice.get("/api/v1/orders/" + id));
                assertUnavailable(() -> post(alice, id, "cancellation", "{}"));
                assertUnavailable(() -> post(olga, id, "refunds", REFUND));
                assertUnavailable(() -> post(olga, id, "shipments", PARCEL));
            }
        } finally {
            postgres.resume();
        }
        for (int n = 0; n < 3; n++) {
            awaitPlaced("stalled-" + n);
        }
        assertOneOrderPerKey();
        assertThat(log.list)
                .filteredOn(entry -> id.equals(entry.getMDCPropertyMap().get("orderId")))
                .as("what was logged about the order")
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void comesBackAfterTheDatabaseWasKilled() {
        String acknowledged = alice.place("durable", body("BOARD", 1)).id();
        postgres.kill();
        assertUnavailable(() -> alice.place("killed", body("BOARD", 1)));
        postgres.start();

        awaitPlaced("killed");
        await().atMost(BACK)
                .until(
                        () -> alice.get("/api/v1/orders/" + acknowledged).status(),
                        status -> status == 200);
        assertOneOrderPerKey();
    }

    private static ListAppender<ILoggingEvent> watchProblems() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(ProblemHandler.class)).addAppender(appender);
        return appender;
    }

    private static Answer post(OrderClient client, String id, String what, String body) {
        return client.post("/api/v1/orders/" + id + "/" + what, "stalled", body);
    }

    private static void assertUnavailable(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(took).isLessThanOrEqualTo(A_SECOND);
    }

    private static void awaitPlaced(String key) {
        await().atMost(BACK)
                .until(() -> alice.place(key, body("BOARD", 1)).status(), status -> status == 201);
    }

    private static void assertOneOrderPerKey() {
        assertThat(tables.count("SELECT count(*) FROM orders"))
                .isEqualTo(tables.count("SELECT count(*) FROM idempotency_key"));
    }
}
