package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no order is refused with its reason, and leaves nothing behind. */
class OrderRefusalsIT {
    private static final String ORDERS = "/api/v1/orders";
    private static final String SKU = Shop.product("3.50", 1_000_000);
    private static final String SOUND = Basket.of(SKU, 1).json();

    private final Storefront alice = Shop.customer("alice");

    @AfterEach
    void nothingWasPlaced() {
        assertThat(alice.get(ORDERS).items()).isEmpty();
    }

    static Stream<Arguments> unsoundDocuments() {
        return Stream.of(
                shape("no JSON", "{\"lines\":"),
                shape("nothing", ""),
                shape("null", "null"),
                shape("a list", "[]"),
                shape("a text", "\"order\""),
                shape("two documents", SOUND + SOUND),
                shape("unknown field", SOUND.replaceFirst("\\{", "{\"total\":1,")),
                shape(
                        "unknown field of a line",
                        SOUND.replace("\"quantity\"", "\"price\":1,\"quantity\"")),
                shape(
                        "unknown field of the address",
                        SOUND.replace("\"city\"", "\"planet\":\"Mars\",\"city\"")),
                shape("field twice", SOUND.replaceFirst("\\{", "{\"currency\":\"EUR\",")));
    }

    static Stream<Arguments> unsoundTypes() {
        return Stream.of(
                shape("text for a number", SOUND.replace("\"quantity\":1", "\"quantity\":\"1\"")),
                shape(
                        "fraction for an integer",
                        SOUND.replace("\"quantity\":1", "\"quantity\":1.5")),
                shape(
                        "whole fraction for an integer",
                        SOUND.replace("\"quantity\":1", "\"quantity\":1.0")),
                shape("huge number", SOUND.replace("\"quantity\":1", "\"quantity\":1e400")),
                shape(
                        "beyond an integer",
                        SOUND.replace("\"quantity\":1", "\"quantity\":99999999999")),
                shape("number for a text", SOUND.replace("\"tok_visa\"", "4")),
                shape("truth for a text", SOUND.replace("\"tok_visa\"", "true")),
                shape("NUL in a text", SOUND.replace("Quai 1", "Quai \\u0000")));
    }

    static Stream<Arguments> unsoundValues() {
        return Stream.of(
                shape("quantity 0", SOUND.replace("\"quantity\":1", "\"quantity\":0")),
                shape("quantity 1000", SOUND.replace("\"quantity\":1", "\"quantity\":1000")),
                shape("negative quantity", SOUND.replace("\"quantity\":1", "\"quantity\":-1")),
                shape("no quantity", SOUND.replace(",\"quantity\":1", "")),
                shape("null quantity", SOUND.replace("\"quantity\":1", "\"quantity\":null")),
                shape("no lines", SOUND.replaceFirst("\\[[^]]*]", "[]")),
                shape("null for lines", SOUND.replaceFirst("\\[[^]]*]", "null")),
                shape("null as a line", SOUND.replaceFirst("\\[[^]]*]", "[null]")),
                shape("101 lines", lines(101)),
                shape("no address", SOUND.replaceFirst(",\"shippingAddress\":\\{[^}]*}", "")),
                shape("no city", SOUND.replace(",\"city\":\"Genève\"", "")),
                shape("blank name", SOUND.replace("Alice Martin", " ")),
                shape("long text", SOUND.replace("Quai 1", "q".repeat(201))),
                shape("no token", SOUND.replace(",\"paymentToken\":\"tok_visa\"", "")),
                shape("no currency", SOUND.replace(",\"currency\":\"EUR\"", "")),
                shape("no such currency", SOUND.replace("EUR", "EURO")),
                shape("amount as a number", expecting("{\"amount\":3.5,\"currency\":\"EUR\"}")),
                shape(
                        "amount of a wrong scale",
                        expecting("{\"amount\":\"3.5\",\"currency\":\"EUR\"}")),
                shape("negative amount", expecting("{\"amount\":\"-3.50\",\"currency\":\"EUR\"}")),
                shape("deep nesting", "[".repeat(501) + "]".repeat(501)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"unsoundDocuments", "unsoundTypes", "unsoundValues"})
    void refusesAnUnsoundShape(String what, String body) {
        Answer answer =
                alice.post(
                        ORDERS, body, "Content-Type", "application/json", "Idempotency-Key", "k");

        Problem.assertThatIs(answer, 400, "invalid-request");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Answer answer = alice.postOnce(ORDERS, SOUND.replace("\"quantity\":1", "\"quantity\":0"));

        assertThat(answer.text("/errors/0/field")).contains("quantity");
        assertThat(answer.text("/errors/0/message")).isNotBlank();
    }

    @Test
    void knowsItsProductsPricesAndCurrencies() {
        Problem.assertThatIs(alice.place(Basket.of(Shop.freshSku(), 1)), 422, "unknown-product");
        Problem.assertThatIs(alice.place(Basket.of(SKU, 1).in("USD")), 422, "currency-mismatch");
        Problem.assertThatIs(
                alice.place(Basket.of(SKU, 1).expecting("3.49")), 409, "price-changed");
    }

    @Test
    void takesNothingButJson() {
        Answer text =
                alice.post(ORDERS, SOUND, "Content-Type", "text/plain", "Idempotency-Key", "k");
        Answer form =
                alice.post(
                        ORDERS,
                        "a=b",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Idempotency-Key",
                        "k");

        Problem.assertThatIs(text, 415, "unsupported-media-type");
        Problem.assertThatIs(form, 415, "unsupported-media-type");
    }

    @Test
    void answersNothingButJson() {
        Problem.assertThatIs(alice.get(ORDERS, "Accept", "text/csv"), 406, "not-acceptable");
    }

    @Test
    void refusesALargeBodyWithAndWithoutItsLength() {
        byte[] large = SOUND.replace("Quai 1", "q".repeat(66_000)).getBytes(StandardCharsets.UTF_8);

        Problem.assertThatIs(post(BodyPublishers.ofByteArray(large)), 413, "payload-too-large");
        Problem.assertThatIs(post(chunked(large)), 413, "payload-too-large");
    }

    @Test
    void knowsItsMethodsAndPaths() {
        Problem.assertThatIs(
                alice.send("DELETE", ORDERS, BodyPublishers.noBody()), 405, "method-not-allowed");
        Problem.assertThatIs(alice.get("/api/v1/nothing"), 404, "not-found");
        Problem.assertThatIs(alice.order(UUID.randomUUID().toString()), 404, "not-found");
    }

    private Answer post(BodyPublisher body) {
        return alice.send(
                "POST",
                ORDERS,
                body,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "large");
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static String lines(int count) {
        Basket basket = Basket.of(SKU + "-0", 1);
        for (int line = 1; line < count; line++) {
            basket = basket.and(SKU + "-" + line, 1);
        }
        return basket.json();
    }

    private static String expecting(String amount) {
        return SOUND.replaceFirst("\\{", "{\"expectedTotal\":" + amount + ",");
    }

    private static Arguments shape(String what, String body) {
        return Arguments.of(what, body);
    }
}
