package dev.springtide.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the orders of a run as an operator reads them through the gateway. */
record OrderCensus(PlatformClient platform, Settings settings, Instant from) {
    static final List<String> ON_THE_WAY = List.of("PENDING", "RESERVED", "CANCELLING");
    static final List<String> STATUSES =
            Stream.concat(
                            Stream.of("CONFIRMED", "REJECTED", "CANCELLED", "COMPLETED"),
                            ON_THE_WAY.stream())
                    .toList();
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Waits until no order is on its way, or until the time is over. */
    void awaitRest(Duration atMost) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (onTheWay() && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
        }
    }

    /** Every order of this run. */
    List<OrderRecord> orders() {
        List<OrderRecord> orders = new ArrayList<>();
        STATUSES.forEach(status -> collect(status, orders));
        return orders;
    }

    private boolean onTheWay() {
        return ON_THE_WAY.stream().anyMatch(status -> !page(status, "", 1).path("items").isEmpty());
    }

    private void collect(String status, List<OrderRecord> orders) {
        String cursor = "";
        do {
            JsonNode page = page(status, cursor, 100);
            for (JsonNode order : page.path("items")) {
                if (order.path("customerId").asString("").startsWith(settings.customers())) {
                    Instant created = Instant.parse(order.path("createdAt").asString());
                    Instant changed = Instant.parse(order.path("updatedAt").asString());
                    orders.add(
                            new OrderRecord(
                                    status,
                                    created,
                                    Duration.between(created, changed).toMillis()));
                }
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
    }

    private JsonNode page(String status, String cursor, int limit) {
        String next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return platform.get(
                "/api/v1/orders?status=%s&from=%s&limit=%d%s".formatted(status, from, limit, next));
    }
}
