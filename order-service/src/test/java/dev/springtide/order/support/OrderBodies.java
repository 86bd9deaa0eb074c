package dev.springtide.order.support;

/** Bodies of requests to place an order. */
public final class OrderBodies {

    public static final String ADDRESS =
            """
            {"name":"Ada","line1":"1 Sea Road","city":"Brest","postalCode":"29200","country":"FR"}\
            """;

    private OrderBodies() {}

    /** One line of one SKU. */
    public static String body(String sku, int quantity) {
        return body("{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity), "EUR", "");
    }

    /**
     * Any lines.
     *
     * @param more further members, each preceded by a comma
     */
    public static String body(String lines, String currency, String more) {
        return """
        {"lines":[%s],"currency":"%s","paymentToken":"tok_visa","shippingAddress":%s%s}\
        """
                .formatted(lines, currency, ADDRESS, more);
    }
}
