package dev.springtide.load;

import dev.springtide.load.machine.CpuDiary;
import dev.springtide.load.machine.LocalPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run left: what its customers saw, the orders the platform has of them, who used the CPU.
 */
record Measured(
        Settings settings, Answers.Report answers, List<OrderRecord> orders, CpuDiary diary) {

    /** When the first phase began. */
    Instant began() {
        return Instant.ofEpochMilli(answers.began());
    }

    /** Those that began: a capacity run ends with the step that breaks. */
    List<PhaseFigures> phases() {
        List<PhaseFigures> phases = new ArrayList<>();
        Instant begin = began();
        for (Phase phase : settings.phases()) {
            Instant end = earlier(begin.plusSeconds(phase.seconds()), ended());
            if (begin.isBefore(end)) {
                phases.add(
                        PhaseFigures.of(
                                phase,
                                Duration.between(begin, end),
                                answers.phases().getOrDefault(phase.name(), Map.of()),
                                between(begin, end),
                                diary.between(begin, end),
                                residentMb(begin, end)));
            }
            begin = end;
        }
        return phases;
    }

    /** From the begin of the first phase until the last customer had left. */
    Load cpu() {
        return Load.of(
                diary.between(began(), ended()),
                Duration.between(began(), ended()),
                ends().getOrDefault("CONFIRMED", 0L));
    }

    /** Orders answered with 201. */
    long acknowledged() {
        return answers.phases().values().stream()
                .mapToLong(
                        calls -> calls.getOrDefault(Phase.ORDER, Answers.Figures.NONE).admitted())
                .sum();
    }

    /** How many orders ended how. */
    Map<String, Long> ends() {
        Map<String, Long> ends = new LinkedHashMap<>();
        OrderCensus.STATUSES.forEach(status -> ends.put(status, 0L));
        orders.forEach(order -> ends.merge(order.status(), 1L, Long::sum));
        return ends;
    }

    /** From the last customer to the last change of an order; zero where that came first. */
    long settlingMillis() {
        return orders.stream()
                .map(OrderRecord::changedAt)
                .max(Comparator.naturalOrder())
                .map(last -> Math.max(0, Duration.between(ended(), last).toMillis()))
                .orElse(0L);
    }

    /** The orders after the warm-up. */
    List<OrderRecord> afterWarmUp() {
        Instant begin = began().plusSeconds(settings.phases().getFirst().seconds());
        return between(begin, Instant.MAX);
    }

    private Map<String, Double> residentMb(Instant from, Instant to) {
        Map<String, Double> sizes = new TreeMap<>(diary.highestResidentMb(from, to));
        sizes.keySet().retainAll(LocalPlatform.services());
        return sizes;
    }

    private Instant ended() {
        return Instant.ofEpochMilli(answers.ended());
    }

    private List<OrderRecord> between(Instant from, Instant to) {
        return orders.stream()
                .filter(order ->
                        !order.createdAt().isBefore(from) && order.createdAt().isBefore(to))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
