package dev.springtide.localstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoidAndRefundTests {

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.inProcess(ProviderClient.API_KEY));
    private final ProviderClient shop = ProviderClient.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void voidsACaptureOnce() throws Exception {
        shop.charge("k", "tok_visa");

        assertThat(shop.cancel("k").text("status")).isEqualTo("voided");
        assertThat(shop.cancel("k").text("status")).isEqualTo("voided");
        assertThat(shop.status("k").text("status")).isEqualTo("voided");
        assertThat(shop.charge("k", "tok_visa").text("status")).isEqualTo("canceled");
        assertThat(shop.ledger()).hasSize(2);
    }

    @Test
    void voidOfAnUnknownChargeRefusesTheLateOne() throws Exception {
        assertThat(shop.cancel("k").text("status")).isEqualTo("canceled");
        assertThat(shop.cancel("k").text("status")).isEqualTo("canceled");
        assertThat(shop.charge("k", "tok_visa").text("status")).isEqualTo("canceled");
        assertThat(shop.status("k").text("status")).isEqualTo("canceled");
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void voidOfADeclineStaysDeclined() throws Exception {
        shop.charge("k", "tok_declined");

        assertThat(shop.cancel("k").text("status")).isEqualTo("declined");
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void refundsUpToTheCapturedAmount() throws Exception {
        shop.charge("k", "tok_visa", "10.00");

        assertThat(shop.refund("r1", "k", "6.00").text("status")).isEqualTo("succeeded");
        assertThat(shop.refund("r1", "k", "6.00").text("status")).isEqualTo("succeeded");
        assertThat(shop.refund("r1", "k", "5.00").status()).isEqualTo(422);
        assertThat(shop.refund("r2", "k", "4.01").text("reason")).isEqualTo("exceeds_captured");
        assertThat(shop.refund("r3", "k", "4.00").text("status")).isEqualTo("succeeded");
        assertThat(shop.call("GET", "/v1/refunds/r2", null, null).text("status"))
                .isEqualTo("failed");
        assertThat(shop.call("GET", "/v1/refunds/none", null, null).status()).isEqualTo(404);
        assertThat(shop.ledger()).hasSize(4);
    }

    @Test
    void refusesToVoidWhatWasPartlyRefunded() throws Exception {
        shop.charge("k", "tok_visa");
        shop.refund("r", "k", "0.01");

        assertThat(shop.cancel("k").status()).isEqualTo(409);
    }

    @Test
    void failsRefundsOfWhatWasNotCaptured() throws Exception {
        shop.charge("declined", "tok_declined");
        shop.charge("voided", "tok_visa");
        shop.cancel("voided");

        assertThat(shop.refund("r1", "none", "1.00").text("reason")).isEqualTo("charge_not_found");
        assertThat(shop.refund("r2", "declined", "1.00").text("reason")).isEqualTo("not_captured");
        assertThat(shop.refund("r3", "voided", "1.00").text("reason")).isEqualTo("not_captured");
    }

    @Test
    void listsTheLedgerInPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            shop.charge("k" + i, "tok_visa");
        }

        var page = shop.call("GET", "/v1/ledger?after=1&limit=2", null, null).body();
        assertThat(page.path("entries")).hasSize(2);
        assertThat(page.path("entries").get(0).path("n").asLong()).isEqualTo(2);
        assertThat(page.path("entries").get(0).path("kind").asString()).isEqualTo("charge");
        assertThat(page.path("entries").get(0).path("reference").asString()).isEqualTo("order-1");
        assertThat(page.path("next").asLong()).isEqualTo(3);
        assertThat(
                        shop.call("GET", "/v1/ledger?after=5", null, null)
                                .body()
                                .path("next")
                                .isMissingNode())
                .isTrue();
    }
}
