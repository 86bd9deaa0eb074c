package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order that asks anew is told what was decided, and the provider hears nothing of it. */
class RepeatedAnswersIT extends RunningPaymentService {

    @Autowired MeterRegistry meters;

    @Test
    void tellsEveryOutcomeAgain() {
        double before = repeated();
        UUID captured = captured();
        UUID refundId = ids.next();
        handle(request(captured, "tok_visa", 3));
        handle(refund(captured, refundId, "10.00", 4));
        awaitStatus(captured, "PARTIALLY_REFUNDED");
        handle(refund(captured, refundId, "10.00", 5));
        handle(cancel(captured, 6));
        awaitClosed(captured);
        handle(cancel(captured, 7));
        UUID declined = requested("tok_declined");
        awaitStatus(declined, "DECLINED");
        handle(request(declined, "tok_declined", 3));

        assertThat(events(captured))
                .containsExactly(
                        "captured",
                        "captured",
                        "refund-succeeded",
                        "refund-succeeded",
                        "closed",
                        "closed");
        assertThat(contents(captured)).isEqualTo(3);
        assertThat(events(declined)).containsExactly("declined", "declined");
        assertThat(repeated() - before).isEqualTo(4);
        assertThat(LEDGER.of(captured)).hasSize(3);
        assertThat(kept(captured)).isZero();
    }

    @Test
    void answersWhatIsOnlyDeliveredAgainWithSilence() {
        UUID orderId = captured();
        handle(request(orderId, "tok_visa", 3));

        handle(request(orderId, "tok_visa", 3));
        handle(request(orderId, "tok_visa", 1));

        assertThat(events(orderId)).containsExactly("captured", "captured");
    }

    /** The repeat comes while the charge is on its way: one charge, and one answer for each. */
    @Test
    void chargesOnceHoweverOftenAndWheneverItIsAsked() {
        List<UUID> orders = Collections.nCopies(20, 0).stream().map(_ -> ids.next()).toList();
        CompletableFuture<?>[] asked =
                orders.stream()
                        .flatMap(orderId ->
                                LongStream.of(1, 1, 3, 3, 6)
                                        .mapToObj(version ->
                                                CompletableFuture.runAsync(
                                                        () -> ask(orderId, version))))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(asked).join();

        orders.forEach(orderId -> awaitStatus(orderId, "CAPTURED"));
        for (UUID orderId : orders) {
            assertThat(LEDGER.of(orderId)).hasSize(1);
            // A slow machine may doubt the charge for a moment.
            assertThat(events(orderId).stream().filter(event -> !event.equals("in-doubt")))
                    .containsOnly("captured")
                    .hasSize(1 + repeats(orderId))
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    /** As the consumer does: a collision with another instance is tried anew. */
    private void ask(UUID orderId, long version) {
        await().ignoreExceptions()
                .until(() -> {
                    handle(request(orderId, "tok_visa", version));
                    return true;
                });
    }

    private int repeats(UUID orderId) {
        return jdbc.sql("SELECT repeats FROM payment WHERE order_id = ?")
                .param(orderId)
                .query(Integer.class)
                .single();
    }

    /** How many different events were written about an order. */
    private int contents(UUID orderId) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT (type, payload, aggregate_version)) FROM outbox
                         WHERE aggregate_id = ?
                        """)
                .param(orderId.toString())
                .query(Integer.class)
                .single();
    }

    private double repeated() {
        return meters.get("payment.answers.repeated").counter().count();
    }
}
