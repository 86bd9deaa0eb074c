package dev.springtide.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a run are held against.
 *
 * @param ends orders by status, warm-up included, as {@code acknowledged}
 * @param brief whether only what must be right at any length is held against a bound
 */
record Judgement(
        Suite suite,
        boolean brief,
        List<PhaseFigures> phases,
        long acknowledged,
        Map<String, Long> ends,
        @Nullable Capacity capacity,
        @Nullable Sale sale,
        List<Growth> growth) {
    private static final double ENOUGH = 99.9;
    private static final double PERCENT = 100;

    List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(Bound.exactly("orders still on their way", 0, count(OrderCensus.ON_THE_WAY)));
        bounds.add(
                Bound.atLeast(
                        "orders the platform has, of those acknowledged",
                        (double) acknowledged,
                        count(OrderCensus.STATUSES)));
        switch (suite) {
            case STEADY -> level(bounds, 1_000, 2_000);
            case PEAK_HOUR -> level(bounds, 100, 500);
            case SOAK -> soak(bounds);
            case CAPACITY -> capacity(bounds);
            case FLASH_SALE -> flashSale(bounds);
            case OVERLOAD -> overload(bounds);
            case SPIKE -> spike(bounds);
        }
        memory(bounds);
        return bounds;
    }

    /** Nothing is known of a platform that runs elsewhere. */
    private void memory(List<Bound> bounds) {
        if (!brief) {
            phases.stream()
                    .flatMap(phase -> phase.residentMb().values().stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(most ->
                            bounds.add(Bound.atMost("RSS of the largest service, MB", 400, most)));
        }
    }

    private void level(List<Bound> bounds, int post, int toConfirmed) {
        PhaseFigures phase = phase("");
        bounds.add(admitted(phase));
        bounds.add(confirmed());
        bounds.add(
                Bound.atMost("p95 of POST /orders, ms", post, (double) phase.post().times().p95()));
        bounds.add(
                Bound.atMost(
                        "p95 until CONFIRMED, ms",
                        toConfirmed,
                        (double) phase.toConfirmed().p95()));
    }

    private void soak(List<Bound> bounds) {
        level(bounds, 1_000, 2_000);
        bounds.add(Bound.atLeast("things watched for leaks", 1, growth.size()));
        bounds.add(
                Bound.exactly("leaks", 0, (double) growth.stream().filter(Growth::leaks).count()));
    }

    private void capacity(List<Bound> bounds) {
        if (capacity == null) {
            throw new IllegalStateException("no capacity was measured");
        }
        bounds.add(
                Bound.atLeast(
                        "confirmed per minute", brief ? 1 : 60_000, capacity.confirmedPerMinute()));
        if (!brief) {
            Double ratio = capacity.ratio();
            bounds.add(
                    Bound.atLeast("ratio to the database alone", 0.5, ratio == null ? 0 : ratio));
            bounds.add(
                    Bound.atMost(
                            "CPU-ms per confirmed order",
                            1.6,
                            capacity.confirmedPerMinute() == 0
                                    ? Double.MAX_VALUE
                                    : capacity.cpuMillisPerConfirmedOrder()));
        }
    }

    private void flashSale(List<Bound> bounds) {
        if (sale == null) {
            throw new IllegalStateException("no sale was measured");
        }
        bounds.add(Bound.exactly("units sold", (double) sale.units(), (double) sale.sold()));
        if (!brief) {
            bounds.add(Bound.atLeast("decisions per second", 2_000, sale.decisionsPerSecond()));
        }
    }

    private void overload(List<Bound> bounds) {
        PhaseFigures calm = phase("capacity");
        PhaseFigures over = phase("overload");
        double goodput =
                calm.confirmed() == 0 ? 0 : over.confirmedPerMinute() / calm.confirmedPerMinute();
        bounds.add(Bound.atLeast("goodput in overload ÷ at capacity", 0.9, goodput));
        burst(bounds, over);
    }

    private void spike(List<Bound> bounds) {
        burst(bounds, phase("spike"));
    }

    private void burst(List<Bound> bounds, PhaseFigures burst) {
        bounds.add(
                Bound.atMost(
                        "p99 of admitted POSTs, ms", 1_000, (double) burst.post().times().p99()));
        PhaseFigures after = phase("recovered");
        bounds.add(admitted(after));
        bounds.add(
                Bound.atMost(
                        "p95 of POST 5 s later, ms", 200, (double) after.post().times().p95()));
        bounds.add(confirmed());
    }

    private static Bound admitted(PhaseFigures phase) {
        int all = phase.post().total();
        double share = all == 0 ? 0 : PERCENT * phase.post().admitted() / all;
        return Bound.atLeast("answered 201, %", ENOUGH, share);
    }

    private Bound confirmed() {
        double all = count(OrderCensus.STATUSES);
        double share = all == 0 ? 0 : PERCENT * count(List.of("CONFIRMED")) / all;
        return Bound.atLeast("CONFIRMED of all orders, %", ENOUGH, share);
    }

    private double count(List<String> statuses) {
        return (double) statuses.stream().mapToLong(status -> ends.getOrDefault(status, 0L)).sum();
    }

    private PhaseFigures phase(String name) {
        return phases.stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the run had no phase " + name));
    }
}
