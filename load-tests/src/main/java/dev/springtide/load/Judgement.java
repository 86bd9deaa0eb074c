package dev.springtide.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the figures of a run are held against. A brief run is held only against what must be right
 * at any length.
 */
record Judgement(
        Settings settings,
        Map<String, PhaseFigures> phases,
        long acknowledged,
        Map<String, Long> ends,
        Outcome.Capacity capacity,
        List<Growth> growth,
        double decisionsPerSecond) {
    private static final double ENOUGH = 99.9;
    private static final double PERCENT = 100;

    static Map<String, PhaseFigures> byName(List<PhaseFigures> phases) {
        Map<String, PhaseFigures> byName = new HashMap<>();
        phases.forEach(phase -> byName.put(phase.name(), phase));
        return byName;
    }

    List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        long onTheWay =
                OrderCensus.ON_THE_WAY.stream()
                        .mapToLong(status -> ends.getOrDefault(status, 0L))
                        .sum();
        bounds.add(Bound.exactly("orders still on their way", 0, (double) onTheWay));
        bounds.add(
                Bound.atLeast(
                        "orders the platform has, of those acknowledged",
                        (double) acknowledged,
                        (double) ends.values().stream().mapToLong(count -> count).sum()));
        switch (settings.suite()) {
            case STEADY -> level(bounds, 1_000, 2_000);
            case PEAK_HOUR -> level(bounds, 100, 500);
            case SOAK -> soak(bounds);
            case CAPACITY -> capacity(bounds);
            case FLASH_SALE -> flashSale(bounds);
            case OVERLOAD -> overload(bounds);
            case SPIKE -> spike(bounds);
        }
        return bounds;
    }

    private void level(List<Bound> bounds, int post, int toConfirmed) {
        PhaseFigures phase = phase("");
        bounds.add(admitted(phase));
        bounds.add(confirmed());
        bounds.add(Bound.atMost("p95 of POST /orders, ms", post, (double) phase.post().p95()));
        bounds.add(
                Bound.atMost(
                        "p95 until CONFIRMED, ms",
                        toConfirmed,
                        (double) phase.toConfirmed().p95()));
    }

    private void soak(List<Bound> bounds) {
        level(bounds, 1_000, 2_000);
        bounds.add(
                Bound.exactly("leaks", 0, (double) growth.stream().filter(Growth::leaks).count()));
    }

    private void capacity(List<Bound> bounds) {
        if (settings.brief()) {
            bounds.add(Bound.atLeast("confirmed per minute", 1, capacity.confirmedPerMinute()));
            return;
        }
        bounds.add(Bound.atLeast("confirmed per minute", 60_000, capacity.confirmedPerMinute()));
        bounds.add(Bound.atLeast("ratio to the database alone", 0.5, capacity.ratio()));
        bounds.add(
                Bound.atMost(
                        "CPU-ms per confirmed order",
                        1.6,
                        capacity.confirmedPerMinute() == 0
                                ? Double.MAX_VALUE
                                : capacity.cpuMillisPerConfirmedOrder()));
    }

    private void flashSale(List<Bound> bounds) {
        PhaseFigures phase = phase("");
        bounds.add(Bound.exactly("units sold", Suite.FLASH_UNITS, (double) phase.confirmed()));
        bounds.add(Bound.atLeast("decisions per second", 2_000, decisionsPerSecond));
    }

    private void overload(List<Bound> bounds) {
        PhaseFigures calm = phase("capacity");
        PhaseFigures over = phase("overload");
        double goodput =
                calm.confirmed() == 0 ? 0 : over.confirmedPerMinute() / calm.confirmedPerMinute();
        bounds.add(Bound.atLeast("goodput in overload ÷ at capacity", 0.9, goodput));
        bounds.add(Bound.atMost("p99 of admitted POSTs, ms", 1_000, (double) over.post().p99()));
        recovery(bounds);
    }

    private void spike(List<Bound> bounds) {
        bounds.add(
                Bound.atMost(
                        "p99 of admitted POSTs, ms", 1_000, (double) phase("spike").post().p99()));
        recovery(bounds);
    }

    private void recovery(List<Bound> bounds) {
        PhaseFigures after = phase("recovered");
        bounds.add(admitted(after));
        bounds.add(Bound.atMost("p95 of POST 5 s later, ms", 200, (double) after.post().p95()));
        bounds.add(confirmed());
    }

    private Bound admitted(PhaseFigures phase) {
        int all = phase.admitted() + phase.refused();
        double share = all == 0 ? 0 : PERCENT * phase.admitted() / all;
        return Bound.atLeast("answered 201, %", ENOUGH, share);
    }

    private Bound confirmed() {
        double share =
                acknowledged == 0 ? 0 : PERCENT * ends.getOrDefault("CONFIRMED", 0L) / acknowledged;
        return Bound.atLeast("CONFIRMED of acknowledged, %", ENOUGH, share);
    }

    private PhaseFigures phase(String name) {
        return PhaseFigures.named(phases, name);
    }
}
