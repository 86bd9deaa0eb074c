package dev.springtide.systemtests;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer is about to order, as the body of the request. */
record Basket(
        List<Line> lines, String currency, String paymentToken, @Nullable String expectedTotal) {
    /** One line of the basket. */
    record Line(String sku, int quantity) {}

    static final String ADDRESS =
            """
            {"name":"Alice Martin","line1":"Quai 1","line2":"","city":"Genève","postalCode":"1201","country":"CH"}\
            """;

    static Basket of(String sku, int quantity) {
        return new Basket(List.of(new Line(sku, quantity)), "EUR", "tok_visa", null);
    }

    Basket and(String sku, int quantity) {
        List<Line> more =
                Stream.concat(lines.stream(), Stream.of(new Line(sku, quantity))).toList();
        return new Basket(more, currency, paymentToken, expectedTotal);
    }

    Basket paying(String token) {
        return new Basket(lines, currency, token, expectedTotal);
    }

    Basket in(String otherCurrency) {
        return new Basket(lines, otherCurrency, paymentToken, expectedTotal);
    }

    Basket expecting(String total) {
        return new Basket(lines, currency, paymentToken, total);
    }

    String json() {
        String expected =
                expectedTotal == null
                        ? ""
                        : ",\"expectedTotal\":{\"amount\":\"%s\",\"currency\":\"%s\"}"
                                .formatted(expectedTotal, currency);
        return """
        {"lines":[%s],"currency":"%s","paymentToken":"%s","shippingAddress":%s%s}\
        """
                .formatted(linesJson(), currency, paymentToken, ADDRESS, expected);
    }

    private String linesJson() {
        return lines.stream()
                .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.sku, line.quantity))
                .collect(Collectors.joining(","));
    }
}
