package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.simulator.provider.ProviderSettings.Webhooks;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeOutcomesIT extends RunningPaymentService {

    @ParameterizedTest
    @CsvSource({
        "tok_visa,               CAPTURED, captured",
        "tok_declined,           DECLINED, declined",
        "tok_insufficient_funds, DECLINED, declined",
        "tok_timeout,            CAPTURED, in-doubt captured",
        "tok_timeout_before,     CAPTURED, in-doubt captured",
        "tok_error_once,         CAPTURED, in-doubt captured",
        "tok_slow,               CAPTURED, captured",
    })
    void endsAsTheTokenSays(String token, String status, String events) {
        UUID orderId = requested(token);

        awaitStatus(orderId, status);

        assertThat(events(orderId)).containsExactly(events.split(" ", -1));
        assertThat(LEDGER.of(orderId)).hasSize(1);
        assertThat(kept(orderId)).isEqualTo(status.equals("CAPTURED") ? 3000 : 0);
    }

    @Test
    void resolvesADoubtByTheProvidersWebhook() {
        SIMULATOR.change(provider(0, Webhooks.DOUBTS));

        UUID orderId = requested("tok_timeout");
        awaitStatus(orderId, "CAPTURED");

        assertThat(events(orderId)).endsWith("captured").doesNotHaveDuplicates();
        assertThat(kept(orderId)).isEqualTo(3000);
    }

    @Test
    void chargesOnceHoweverOftenItIsRequested() {
        UUID orderId = requested("tok_visa");
        handle(request(orderId, "tok_visa"));
        awaitStatus(orderId, "CAPTURED");
        handle(request(orderId, "tok_visa"));

        assertThat(events(orderId)).containsExactly("captured");
        assertThat(LEDGER.of(orderId)).hasSize(1);
    }

    @Test
    void erasesTheTokenWhenTheChargeIsDecided() {
        List<UUID> orders = List.of(captured(), requested("tok_declined"));
        awaitStatus(orders.get(1), "DECLINED");

        assertThat(orders)
                .allSatisfy(id ->
                        assertThat(
                                        jdbc.sql(
                                                        "SELECT token IS NULL FROM payment"
                                                                + " WHERE order_id = ?")
                                                .param(id)
                                                .query(Boolean.class)
                                                .single())
                                .isTrue());
    }

    @Test
    void keepsTheDeclineCode() {
        UUID orderId = requested("tok_insufficient_funds");
        awaitStatus(orderId, "DECLINED");

        assertThat(
                        jdbc.sql("SELECT decline_code FROM payment WHERE order_id = ?")
                                .param(orderId)
                                .query(String.class)
                                .single())
                .isEqualTo("insufficient_funds");
    }
}
