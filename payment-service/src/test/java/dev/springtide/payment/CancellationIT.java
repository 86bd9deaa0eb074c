package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.localstack.simulator.provider.ProviderSettings.Webhooks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A cancellation in every phase of a payment: closed exactly once, and the provider keeps nothing.
 */
class CancellationIT extends RunningPaymentService {

    @Test
    void beforeTheRequestLeavesATombstone() {
        UUID orderId = ids.next();

        handle(cancel(orderId));
        handle(request(orderId, "tok_visa"));
        handle(cancel(orderId));

        assertClosed(orderId, "VOIDED", "closed");
        assertThat(LEDGER.of(orderId)).isEmpty();
    }

    @Test
    void whileItWaitsNeedsNoCall() {
        holdBack();
        UUID orderId = requested("tok_visa");

        handle(cancel(orderId));
        breaker().reset();

        assertClosed(orderId, "VOIDED", "closed");
        assertThat(PROVIDER.calls(paymentId(orderId).toString())).isEmpty();
    }

    @Test
    void inFlightMeetsTheChargeAtTheProvider() {
        SIMULATOR.change(provider(1000, Webhooks.NONE));
        UUID orderId = requested("tok_visa");
        awaitTry(orderId);

        handle(cancel(orderId));

        awaitClosed(orderId);
        await().untilAsserted(() -> assertThat(inHand(orderId)).isZero());
        assertThat(events(orderId)).endsWith("closed").containsOnlyOnce("closed");
        assertThat(kept(orderId)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout", "tok_timeout_before", "tok_error_once"})
    void inDoubtIsResolvedByTheVoid(String token) {
        UUID orderId = requested(token);
        awaitStatus(orderId, "UNKNOWN");

        handle(cancel(orderId));

        awaitClosed(orderId);
        assertThat(events(orderId)).endsWith("closed").containsOnlyOnce("closed");
        assertThat(status(orderId)).isEqualTo("VOIDED");
        assertThat(kept(orderId)).isZero();
    }

    @Test
    void refusesAChargeThatArrivesAfterTheVoid() {
        UUID orderId = requested("tok_timeout_before");
        awaitStatus(orderId, "UNKNOWN");
        handle(cancel(orderId));
        awaitClosed(orderId);

        assertThat(chargeLate(orderId)).contains("canceled");
        assertThat(kept(orderId)).isZero();
    }

    @Test
    void ofACaptureVoidsIt() {
        UUID orderId = captured();

        handle(cancel(orderId));
        handle(cancel(orderId));

        awaitClosed(orderId);
        assertClosed(orderId, "VOIDED", "captured", "closed");
        assertThat(kept(orderId)).isZero();
    }

    @Test
    void ofAPartlyRefundedCaptureRefundsTheRemainder() {
        UUID orderId = captured();
        handle(refund(orderId, ids.next(), "10.00"));
        awaitStatus(orderId, "PARTIALLY_REFUNDED");

        handle(cancel(orderId));

        awaitClosed(orderId);
        assertClosed(orderId, "REFUNDED", "captured", "refund-succeeded", "closed");
        assertThat(LEDGER.of(orderId)).hasSize(3);
        assertThat(kept(orderId)).isZero();
    }

    @Test
    void waitsForARefundUnderWay() {
        UUID orderId = captured();
        SIMULATOR.change(provider(300, Webhooks.NONE));
        handle(refund(orderId, ids.next(), "10.00"));

        handle(cancel(orderId));

        awaitClosed(orderId);
        assertClosed(orderId, "REFUNDED", "captured", "refund-succeeded", "closed");
        assertThat(kept(orderId)).isZero();
    }

    @Test
    void ofADeclinedPaymentHasNothingToUndo() {
        UUID orderId = requested("tok_declined");
        awaitStatus(orderId, "DECLINED");

        handle(cancel(orderId));

        assertClosed(orderId, "DECLINED", "declined", "closed");
    }

    @Test
    void survivesAnOutageOfTheProvider() {
        UUID orderId = captured();
        SIMULATOR.change(outage());
        handle(cancel(orderId));
        await().until(() -> PROVIDER.calls(chargeKey(orderId) + "/void").size() > 0);

        SIMULATOR.change(provider(0, Webhooks.NONE));

        awaitClosed(orderId);
        assertClosed(orderId, "VOIDED", "captured", "closed");
        assertThat(kept(orderId)).isZero();
    }

    private void assertClosed(UUID orderId, String status, String... events) {
        assertThat(events(orderId)).containsExactly(events);
        assertThat(status(orderId)).isEqualTo(status);
    }

    private void awaitTry(UUID orderId) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> inHand(orderId) > 0);
    }

    private int inHand(UUID orderId) {
        return jdbc.sql(
                        "SELECT count(*) FROM payment_operation"
                                + " WHERE order_id = ? AND lease_owner IS NOT NULL")
                .param(orderId)
                .query(Integer.class)
                .single();
    }

    private String chargeLate(UUID orderId) {
        return LEDGER.post(
                "/v1/charges",
                chargeKey(orderId),
                """
                {"amount":{"amount":"30.00","currency":"EUR"},"token":"tok_visa","reference":"%s"}
                """
                        .formatted(orderId));
    }
}
