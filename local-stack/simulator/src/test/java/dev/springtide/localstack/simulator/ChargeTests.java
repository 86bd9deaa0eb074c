package dev.springtide.localstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.localstack.simulator.ProviderClient.Reply;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeTests {

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.inProcess(ProviderClient.API_KEY));
    private final ProviderClient shop = ProviderClient.of(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tok_visa, captured, ''",
        "tok_declined, declined, card_declined",
        "tok_insufficient_funds, declined, insufficient_funds",
        "tok_unheard_of, declined, invalid_token",
    })
    void answersByToken(String token, String status, String declineCode) throws Exception {
        Reply reply = shop.charge("k", token);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo(status);
        assertThat(reply.text("declineCode")).isEqualTo(declineCode);
        assertThat(reply.body().path("amount").path("amount").asString()).isEqualTo("12.50");
        assertThat(shop.status("k").text("status")).isEqualTo(status);
    }

    @Test
    void chargesOnceForManyConcurrentCallers() throws Exception {
        shop.settings("{\"latencyMillis\":20}");
        Callable<Reply> charge = () -> shop.charge("one", "tok_visa");
        List<Reply> replies;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            replies =
                    callers.invokeAll(Stream.generate(() -> charge).limit(64).toList()).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() throws Exception {
        shop.charge("k", "tok_visa");

        assertThat(shop.charge("k", "tok_visa", "12.51").status()).isEqualTo(422);
        assertThat(shop.charge("k", "tok_declined").status()).isEqualTo(422);
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void chargesButNeverAnswersOnTimeoutToken() throws Exception {
        assertThatThrownBy(() -> impatientCharge("k", "tok_timeout"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(shop.status("k").text("status")).isEqualTo("captured");
        assertThat(shop.charge("k", "tok_timeout").text("status")).isEqualTo("captured");
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void chargesOnlyTheRetryOnTimeoutBeforeToken() throws Exception {
        assertThatThrownBy(() -> impatientCharge("k", "tok_timeout_before"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(shop.status("k").status()).isEqualTo(404);
        assertThat(shop.charge("k", "tok_timeout_before").text("status")).isEqualTo("captured");
    }

    @Test
    void failsOnceWithoutChargingOnErrorToken() throws Exception {
        assertThat(shop.charge("k", "tok_error_once").status()).isEqualTo(500);
        assertThat(shop.status("k").status()).isEqualTo(404);
        assertThat(shop.charge("k", "tok_error_once").text("status")).isEqualTo("captured");
    }

    @Test
    void takesTwoSecondsOnSlowToken() throws Exception {
        long start = System.nanoTime();
        shop.charge("k", "tok_slow");

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void chargesAndThenFailsAtTheSetRate() throws Exception {
        shop.settings("{\"errorAfterChargeRate\":0.5,\"seed\":7}");
        int failed = 0;
        for (int i = 0; i < 100; i++) {
            failed += shop.charge("k" + i, "tok_visa").status() == 500 ? 1 : 0;
        }

        assertThat(failed).isBetween(30, 70);
        assertThat(shop.ledger()).hasSize(100);
    }

    @Test
    void answersNothingButSettingsAndLedgerDuringAnOutage() throws Exception {
        shop.settings("{\"outage\":true}");

        assertThat(shop.charge("k", "tok_visa").status()).isEqualTo(503);
        assertThat(shop.status("k").status()).isEqualTo(503);
        assertThat(shop.ledger()).isEmpty();
        shop.settings("{\"outage\":false}");
        assertThat(shop.charge("k", "tok_visa").status()).isEqualTo(200);
    }

    @Test
    void refusesStrangersAndNonsense() throws Exception {
        ProviderClient stranger = new ProviderClient(simulator.providerUrl(), "guess");
        String body = ProviderClient.chargeBody("tok_visa", "1.00");

        assertThat(stranger.charge("k", "tok_visa").status()).isEqualTo(401);
        assertThat(shop.call("POST", "/v1/charges", null, body).status()).isEqualTo(400);
        assertThat(shop.call("POST", "/v1/charges", "k", "{").status()).isEqualTo(400);
        assertThat(shop.call("POST", "/v1/charges", "k", "{}").status()).isEqualTo(400);
        assertThat(shop.charge("k", "tok_visa", "1.0").status()).isEqualTo(400);
        assertThat(shop.charge("k", "tok_visa", "-1.00").status()).isEqualTo(400);
        assertThat(shop.call("GET", "/v1/nothing", null, null).status()).isEqualTo(404);
        assertThat(shop.settings("{\"duplicateWebhookRate\":2}").status()).isEqualTo(400);
        assertThat(shop.settings("{\"unheardOf\":2}").status()).isEqualTo(400);
        assertThat(shop.ledger()).isEmpty();
    }

    private Reply impatientCharge(String key, String token) throws Exception {
        String body = ProviderClient.chargeBody(token, "12.50");
        return shop.call("POST", "/v1/charges", key, body, Duration.ofMillis(400));
    }
}
