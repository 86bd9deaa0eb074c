package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.order.support.DatabaseProxy;
import dev.springtide.order.support.DatabaseProxy.Loss;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order is durable, and the answer that says so never arrives. */
class LostCommitIT {

    private static final Database DATABASE = Infrastructure.freshDatabase("lost_commit");
    private static final TestDatabase TABLES = new TestDatabase(DATABASE);
    private static final DatabaseProxy PROXY = new DatabaseProxy(DATABASE);
    private static RunningOrderService service;

    @BeforeAll
    static void start() {
        service = RunningOrderService.start(PROXY.database());
        TABLES.product("BOARD", 1250, "EUR");
        assertThat(service.customer("warm").place("up", body("BOARD", 1)).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
        PROXY.close();
    }

    @ParameterizedTest
    @EnumSource
    void answers503AndTheLedgerDecidesTheRetry(Loss loss) throws Exception {
        String subject = "alice-" + loss;
        OrderClient alice = service.customer(subject);
        PROXY.loseNextCommit(loss);

        long start = System.nanoTime();
        Answer lost = alice.place("lost", body("BOARD", 1));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        PROXY.awaitLoss();

        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.problem()).isEqualTo("service-unavailable");
        assertThat(lost.header("Retry-After")).isEqualTo("1");
        assertThat(took).isLessThanOrEqualTo(Duration.ofSeconds(1));
        Answer retried =
                await().atMost(Duration.ofSeconds(10))
                        .until(
                                () -> alice.place("lost", body("BOARD", 1)),
                                answer -> answer.status() == 201);
        assertThat(retried.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(TABLES.count("SELECT count(*) FROM orders WHERE customer_id = ?", subject))
                .isOne();
        assertThat(alice.place("lost", body("BOARD", 2)).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(UUID.fromString(retried.id()).version()).isEqualTo(7);
    }

    @Test
    void servesOthersAgainAtOnce() {
        PROXY.loseNextCommit(Loss.CUT);
        assertThat(service.customer("bob").place("first", body("BOARD", 1)).status())
                .isEqualTo(503);

        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> service.customer("bob").place("second", body("BOARD", 1)).status(),
                        status -> status == 201);
    }
}
