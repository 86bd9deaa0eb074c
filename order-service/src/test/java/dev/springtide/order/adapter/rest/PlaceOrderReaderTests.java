package dev.springtide.order.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.json.StrictJson;
import dev.springtide.order.application.intake.PlaceOrder;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderReaderTests {

    private static final String BODY =
            """
            {"lines":[{"sku":"A","quantity":1},{"sku":"B","quantity":2}],"currency":"EUR",
             "paymentToken":"tok_visa","shippingAddress":{"name":"Ada","line1":"1 Sea Road",
             "city":"Brest","postalCode":"29200","country":"FR"}}\
            """;

    @Test
    void readsWhatDiffersOnlyInFormAsTheSame() {
        String reordered =
                """
                {"currency":"EUR","shippingAddress":{"country":"FR","postalCode":"29200",
                 "city":"Brest","line1":"1 Sea Road","name":"\\u0041da","line2":null},
                 "expectedTotal":null,"paymentToken":"tok_visa",
                 "lines":[{"quantity":1,"sku":"A"},{"quantity":2,"sku":"B"}]}\
                """;
        assertThat(read(reordered).fingerprint()).isEqualTo(read(BODY).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"A\",\"quantity\":1|\"A\",\"quantity\":3",
                "{\"sku\":\"A\",\"quantity\":1},|``",
                "\"EUR\"|\"USD\"",
                "tok_visa|tok_visa2",
                "Ada|Adam",
                "\"city\"|\"line2\":\"\",\"city\"",
                "\"city\"|\"line2\":\"Flat 2\",\"city\"",
                "\"FR\"|\"DE\"",
                "\"currency\"|\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"currency\""
            })
    void tellsEveryOtherDifference(String part, String other) {
        String changed = BODY.replace(part, other == null ? "" : other);
        assertThat(changed).isNotEqualTo(BODY);
        assertThat(read(changed).fingerprint()).isNotEqualTo(read(BODY).fingerprint());
    }

    @Test
    void keepsTokenAndAddressOutOfTexts() {
        assertThat(read(BODY).toString()).doesNotContain("tok_visa", "Ada");
        assertThat(StrictJson.mapper().readValue(BODY, PlaceOrderRequest.class).toString())
                .doesNotContain("tok_visa", "Ada");
    }

    @ParameterizedTest
    @CsvSource({
        "wait=5,5",
        "wait=0,0",
        "wait=10,10",
        "wait=3600,10",
        "'respond-async, wait=7',7",
        "WAIT=2,2",
        "'wait=\"3\"',3",
        "'wait = 4; foo',4",
        "wait=-1,0",
        "wait=soon,0",
        "nowait=5,0",
        "wait=99999999999,0",
        "'',0"
    })
    void understandsThePreferenceToWait(String header, long seconds) {
        assertThat(PreferWait.parse(List.of(header))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "nonsense", "01900000000070008000000000000000"})
    void takesWhatIsNoIdForAMissingOrder(String id) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> OrderPaths.id(id)))
                .hasMessageContaining("not-found");
    }

    private static PlaceOrder read(String body) {
        return PlaceOrderReader.read(
                StrictJson.mapper().readValue(body, PlaceOrderRequest.class),
                new Caller("alice", false),
                new IdempotencyKey("key"));
    }
}
