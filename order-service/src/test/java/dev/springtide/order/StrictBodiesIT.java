package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.ADDRESS;
import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not exactly a request to place an order is refused with 400, and never with a 5xx. */
class StrictBodiesIT {

    private static final int MUTATIONS = Integer.getInteger("springtide.test.mutations", 400);
    private static final String SYNTAX = "{}[]\",:0e-.\\\u0000\u00e9";
    private static final String GOOD = body("BOARD", 1);

    @AutoClose
    private static final RunningOrderService SERVICE =
            RunningOrderService.withBoard("strict_bodies");

    private static final OrderClient ALICE = SERVICE.customer("alice");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"quantity\":1 | \"quantity\":\"1\"",
                "\"quantity\":1 | \"quantity\":1.0",
                "\"quantity\":1 | \"quantity\":1e0",
                "\"quantity\":1 | \"quantity\":1e400",
                "\"quantity\":1 | \"quantity\":0",
                "\"quantity\":1 | \"quantity\":-1",
                "\"quantity\":1 | \"quantity\":1000",
                "\"quantity\":1 | \"quantity\":99999999999",
                "\"quantity\":1 | \"quantity\":true",
                "\"quantity\":1 | \"quantity\":null",
                "\"quantity\":1 | \"quantity\":1,\"quantity\":2",
                "\"quantity\":1 | \"quantity\":1,\"price\":1",
                ",\"quantity\":1 | ``",
                "\"BOARD\" | 7",
                "\"BOARD\" | \"\"",
                "\"BOARD\" | \"a\\u0000b\"",
                "\"BOARD\" | \"a\\u0007b\"",
                "\"BOARD\" | \"\\ud800\"",
                "\"BOARD\" | null",
                "\"EUR\" | \"eur\"",
                "\"EUR\" | \"EURO\"",
                "\"EUR\" | 978",
                "\"EUR\" | null",
                "\"tok_visa\" | \"\"",
                "\"tok_visa\" | \"tok\\nvisa\"",
                "\"tok_visa\" | [\"tok_visa\"]",
                "\"FR\" | \"fr\"",
                "\"FR\" | \"FRA\"",
                "\"FR\" | \"ZZ\"",
                "\"name\":\"Ada\", | ``",
                "\"Ada\" | \"  \"",
                "\"shippingAddress\" | \"shippingaddress\"",
                "\"lines\":[ | \"lines\":[null,",
                "\"paymentToken\" | \"customerId\":\"bob\",\"paymentToken\"",
                "\"paymentToken\" | \"total\":{},\"paymentToken\"",
                "\"paymentToken\" | \"expectedTotal\":12.5,\"paymentToken\"",
                "\"paymentToken\" | \"expectedTotal\":{\"amount\":12.5,\"currency\":\"EUR\"},\"paymentToken\"",
                "\"paymentToken\" | \"expectedTotal\":{\"amount\":\"12.5\",\"currency\":\"EUR\"},\"paymentToken\"",
                "\"paymentToken\" | \"expectedTotal\":{\"amount\":\"-12.50\",\"currency\":\"EUR\"},\"paymentToken\"",
            })
    void refusesWhatIsNotTheShape(String part, String spoilt) {
        String body = GOOD.replace(part, spoilt == null ? "" : spoilt);
        assertThat(body).isNotEqualTo(GOOD);
        assertRefused(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "\"text\"", "7", "\u0000"})
    void refusesWhatIsNoOrderAtAll(String body) {
        assertRefused(body);
        assertRefused(GOOD + body.replace("\u0000", "x") + "}");
    }

    @Test
    void limitsLinesAndTexts() {
        assertRefused(body("", "EUR", ""));
        assertRefused(body(lines(101), "EUR", ""));
        assertThat(ALICE.place("hundred", body(lines(100), "EUR", "")).problem())
                .isEqualTo("unknown-product");
        assertRefused(GOOD.replace("tok_visa", "t".repeat(201)));
        assertRefused(GOOD.replace("Ada", "é".repeat(201)));
        assertThat(ALICE.place("long", GOOD.replace("Ada", "🌊".repeat(200))).status())
                .isEqualTo(201);
        assertThat(ALICE.place("huge", GOOD.replace("Ada", "a".repeat(70_000))).status())
                .isEqualTo(413);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        Answer answer =
                ALICE.place(
                        "all",
                        "{\"lines\":[{\"sku\":\"\",\"quantity\":0}],\"shippingAddress\":"
                                + ADDRESS.replace("FR", "XX")
                                + "}");
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "lines[0].sku",
                        "lines[0].quantity",
                        "currency",
                        "paymentToken",
                        "shippingAddress.country");
    }

    @Test
    void answersNoMutationWithAServerError() {
        long seed = Long.getLong("springtide.test.seed", 20);
        Random random = new Random(seed);
        for (int n = 0; n < MUTATIONS; n++) {
            String mutated = mutate(random);
            Answer answer = ALICE.place("mutation-" + n, mutated);
            assertThat(answer.status())
                    .as("seed %d: %s", seed, mutated)
                    .isIn(201, 400, 409, 413, 422);
        }
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, SYNTAX.charAt(random.nextInt(SYNTAX.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x250));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
            }
        }
        return text.toString();
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"sku\":\"X%d\",\"quantity\":1}"::formatted)
                .collect(Collectors.joining(","));
    }

    private static void assertRefused(String body) {
        Answer answer = ALICE.place("strict", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().get("errors")).isNotEmpty();
        assertThat(answer.response().body())
                .doesNotContain("tok_visa", "tools.jackson", "dev.springtide.order");
    }
}
