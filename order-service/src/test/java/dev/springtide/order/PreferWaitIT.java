package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PreferWaitIT {

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("prefer_wait");

    private static final TestDatabase TABLES = SERVICE.tables();

    @Test
    void holdsTheAnswersForTheOutcomeThatAnotherInstanceBrings() {
        List<CompletableFuture<Answer>> waiting =
                IntStream.range(0, 20).mapToObj(n -> placeAndWait("alice", "k" + n, 10)).toList();
        await().until(() -> count("alice") == 20);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = 'CONFIRMED', version = 2, deadline = NULL"
                                + " WHERE customer_id = 'alice'");

        assertThat(waiting)
                .allSatisfy(future -> {
                    Answer answer = future.join();
                    assertThat(answer.status()).isEqualTo(201);
                    assertThat(answer.json().get("status").asString()).isEqualTo("CONFIRMED");
                    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
                    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=10");
                });
    }

    @Test
    void answersWithThePendingOrderWhenTheOutcomeTakesLonger() {
        long start = System.nanoTime();
        Answer answer = placeAndWait("bob", "slow", 1).join();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("status").asString()).isEqualTo("PENDING");
    }

    @Test
    void holdsAReplayToo() {
        Answer first = SERVICE.customer("carol").place("again", body("BOARD", 1));
        CompletableFuture<Answer> replay = placeAndWait("carol", "again", 10);
        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = 'REJECTED', reason = 'OUT_OF_STOCK', version = 2"
                                + " WHERE id = ?::uuid",
                        first.id());

        assertThat(replay.join().json().get("status").asString()).isEqualTo("REJECTED");
        assertThat(replay.join().header("Idempotency-Replayed")).isEqualTo("true");
    }

    private static CompletableFuture<Answer> placeAndWait(String subject, String key, int seconds) {
        OrderClient client = SERVICE.customer(subject);
        return CompletableFuture.supplyAsync(
                () -> client.place(key, body("BOARD", 1), Map.of("Prefer", "wait=" + seconds)),
                Thread::startVirtualThread);
    }

    private static long count(String customer) {
        return TABLES.count("SELECT count(*) FROM orders WHERE customer_id = ?", customer);
    }
}
