package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.springtide.payment.application.UnknownPaymentException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundIT extends RunningPaymentService {

    @Test
    void givesAPartBackOnceForEachRefundId() {
        UUID orderId = captured();
        UUID refundId = ids.next();

        handle(refund(orderId, refundId, "10.00"));
        handle(refund(orderId, refundId, "10.00"));
        awaitStatus(orderId, "PARTIALLY_REFUNDED");
        handle(refund(orderId, refundId, "10.00"));

        assertThat(events(orderId)).containsExactly("captured", "refund-succeeded");
        assertThat(kept(orderId)).isEqualTo(2000);
    }

    @Test
    void givesAllBackInParts() {
        UUID orderId = captured();

        handle(refund(orderId, ids.next(), "10.00"));
        handle(refund(orderId, ids.next(), "20.00"));
        awaitStatus(orderId, "REFUNDED");

        assertThat(kept(orderId)).isZero();
    }

    @Test
    void neverGivesBackMoreThanWasTaken() {
        UUID orderId = captured();

        handle(refund(orderId, ids.next(), "20.00"));
        handle(refund(orderId, ids.next(), "10.01"));

        await().untilAsserted(() ->
                assertThat(events(orderId))
                        .containsExactlyInAnyOrder(
                                "captured", "refund-failed", "refund-succeeded"));
        assertThat(kept(orderId)).isEqualTo(1000);
    }

    @Test
    void asksForARefundInDoubtBeforeItTriesAgain() {
        UUID orderId = captured();
        UUID refundId = ids.next();
        PROVIDER.to(null);
        handle(refund(orderId, refundId, "10.00"));
        await().until(() -> !PROVIDER.calls(refundId.toString()).isEmpty());

        PROVIDER.to(SIMULATOR.providerUrl());
        awaitStatus(orderId, "PARTIALLY_REFUNDED");

        String key = paymentId(orderId) + ":refund:" + refundId;
        assertThat(PROVIDER.calls(key))
                .startsWith("POST /v1/refunds " + key, "GET /v1/refunds/" + key)
                .endsWith("GET /v1/refunds/" + key, "POST /v1/refunds " + key);
        assertThat(kept(orderId)).isEqualTo(2000);
    }

    @Test
    void leavesARefundOfAnUnknownPaymentToSomebodyWhoLooks() {
        assertThatThrownBy(() -> handle(refund(ids.next(), ids.next(), "1.00")))
                .isInstanceOf(UnknownPaymentException.class);
    }
}
