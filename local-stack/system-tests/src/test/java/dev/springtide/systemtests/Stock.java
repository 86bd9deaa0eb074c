package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** The stock of a product, as an operator reads it. */
final class Stock {
    private Stock() {}

    /** Asserts all numbers, {@code onHand} as the sum of the first two included. */
    static void assertThatIs(String sku, int available, int reserved, int sold) {
        Answer answer = Shop.operator().get("/api/v1/inventory/" + sku);
        JsonNode stock = answer.json();
        assertThat(stock.path("available").asInt(-1))
                .as("available of %s", answer)
                .isEqualTo(available);
        assertThat(stock.path("reserved").asInt(-1))
                .as("reserved of %s", answer)
                .isEqualTo(reserved);
        assertThat(stock.path("sold").asInt(-1)).as("sold of %s", answer).isEqualTo(sold);
        assertThat(stock.path("onHand").asInt(-1))
                .as("on hand of %s", answer)
                .isEqualTo(available + reserved);
    }
}
