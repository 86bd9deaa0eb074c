package dev.springtide.load;

import java.util.Map;

/**
 * What is held against the figures of the mission.
 *
 * @param asserted whether the load generator's own limits held: share of 201, p95
 */
record Verdict(
        Map<String, GatlingFigures> figures,
        Map<String, Long> ends,
        boolean audited,
        boolean asserted) {
    private static final double SHARE = 0.999;

    boolean isSound() {
        long acknowledged = acknowledged();
        boolean confirmed =
                acknowledged > 0 && ends.getOrDefault("CONFIRMED", 0L) >= SHARE * acknowledged;
        return asserted && audited && confirmed;
    }

    /** Orders answered with 201, the warm-up's too. */
    long acknowledged() {
        return figures.entrySet().stream()
                .filter(request -> request.getKey().endsWith("POST /orders"))
                .mapToLong(request -> request.getValue().requests() - request.getValue().failed())
                .sum();
    }
}
