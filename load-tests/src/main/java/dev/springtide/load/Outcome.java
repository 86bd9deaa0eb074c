package dev.springtide.load;

import java.util.Map;

/**
 * The document that a run leaves; {@code docs/results/} keeps copies.
 *
 * @param acknowledged orders answered with 201, warm-up included, as {@code orders} does
 */
record Outcome(
        String name,
        String commit,
        String began,
        Hardware hardware,
        Settings settings,
        Load cpu,
        Map<String, GatlingFigures> requests,
        long acknowledged,
        Map<String, Long> orders,
        long settlingMillis,
        String audit,
        String verdict) {}
