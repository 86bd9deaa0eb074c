package dev.springtide.localstack.faults;

import java.util.List;
import java.util.Set;

/**
 * What a bad record claims to be.
 *
 * @param topic where it is put
 * @param type the wire name of the event it pretends to be
 * @param body its JSON, with {@code %s} where the aggregate is named
 * @param wantedBy the consumer that reads events of this type
 * @param readBy all consumers of the topic
 */
record BadRecord(String topic, String type, String body, String wantedBy, Set<String> readBy) {

    private static final String STOCK = "inventory-stock";
    private static final String PAYMENTS = "payment-service.orders";
    private static final Set<String> OF_ORDERS = Set.of(STOCK, PAYMENTS);

    /** One for each consumer: each would do harm to the order that it names. */
    static final List<BadRecord> ALL =
            List.of(
                    of(
                            "order-events",
                            "order.stock-release-requested.v1",
                            "{\"orderId\":\"%s\",\"reason\":\"CANCELLED\"}",
                            STOCK,
                            OF_ORDERS),
                    of(
                            "order-events",
                            "order.payment-cancel-requested.v1",
                            "{\"orderId\":\"%s\",\"customerId\":\"steady\",\"reason\":\"CANCELLED\"}",
                            PAYMENTS,
                            OF_ORDERS),
                    of(
                            "inventory-events",
                            "inventory.stock-rejected.v1",
                            "{\"orderId\":\"%s\",\"skus\":[\"FAULT-0\"]}",
                            "order-service.inventory-events"),
                    of(
                            "payment-events",
                            "payment.declined.v1",
                            "{\"orderId\":\"%1$s\",\"paymentId\":\"%1$s\",\"declineCode\":\"no\"}",
                            "order-service.payment-events"),
                    of(
                            "product-events",
                            "product.changed.v1",
                            """
                            {"sku":"%s","name":"x","description":"x","category":"x",\
                            "price":{"amount":"0.01","currency":"EUR"},"version":1000000}\
                            """,
                            "order-service.product-events"));

    private static BadRecord of(String topic, String type, String body, String consumer) {
        return of(topic, type, body, consumer, Set.of(consumer));
    }

    private static BadRecord of(
            String topic, String type, String body, String consumer, Set<String> readBy) {
        return new BadRecord(topic, "dev.springtide." + type, body, consumer, readBy);
    }

    boolean isAboutOrders() {
        return !topic.equals("product-events");
    }

    /** What is wrong with a record. */
    enum Flaw {
        /** The body is no JSON. */
        BROKEN_BODY,
        /** No JSON, under the key of an order in motion: what follows must wait behind it. */
        BEFORE_SOUND_ONES,
        /** The body names a real order, the key another one. */
        WRONG_KEY,
        /** The event has no id. */
        NO_ID,
        /** Nobody can tell what it is. */
        NO_HEADERS,
        /** An event of a release that is not there yet: passed over by everybody, not parked. */
        UNKNOWN_TYPE
    }

    /** Who must park it. */
    Set<String> parkedBy(Flaw flaw) {
        return switch (flaw) {
            case BROKEN_BODY, BEFORE_SOUND_ONES, WRONG_KEY, NO_ID -> Set.of(wantedBy);
            case NO_HEADERS -> readBy;
            case UNKNOWN_TYPE -> Set.of();
        };
    }
}
