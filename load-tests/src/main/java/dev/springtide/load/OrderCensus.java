package dev.springtide.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Counts the orders of a run by where they ended, as an operator reads them through the gateway.
 */
record OrderCensus(PlatformClient platform, Settings settings, Instant from) {
    private static final List<String> ON_THE_WAY = List.of("PENDING", "RESERVED", "CANCELLING");
    private static final List<String> ENDS =
            List.of("CONFIRMED", "REJECTED", "CANCELLED", "COMPLETED");
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Waits until no order of the run is on its way, or until the time is over. */
    Duration awaitRest(Duration atMost) throws InterruptedException {
        Instant began = Instant.now();
        while (onTheWay() && Duration.between(began, Instant.now()).compareTo(atMost) < 0) {
            Thread.sleep(PAUSE);
        }
        return Duration.between(began, Instant.now());
    }

    /** Orders of this run by status. */
    Map<String, Long> byStatus() {
        Map<String, Long> counts = new LinkedHashMap<>();
        ENDS.forEach(status -> counts.put(status, count(status)));
        ON_THE_WAY.forEach(status -> counts.put(status, count(status)));
        return counts;
    }

    private boolean onTheWay() {
        return ON_THE_WAY.stream().anyMatch(status -> !page(status, "", 1).path("items").isEmpty());
    }

    private long count(String status) {
        String ours = "load-" + settings.run() + "-";
        long count = 0;
        String cursor = "";
        do {
            JsonNode page = page(status, cursor, 100);
            for (JsonNode order : page.path("items")) {
                count += order.path("customerId").asString("").startsWith(ours) ? 1 : 0;
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return count;
    }

    private JsonNode page(String status, String cursor, int limit) {
        String next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        return platform.get(
                "/api/v1/orders?status=%s&from=%s&limit=%d%s".formatted(status, from, limit, next));
    }
}
