package dev.springtide.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import tools.jackson.databind.json.JsonMapper;

/**
 * How requests were answered, by phase and call; written by the load generator while it works, by
 * many threads at once. Gatling's own percentiles mix refused and admitted requests, these do not.
 */
public final class Answers {
    private static final String MARK = "springtide-answers ";
    private static final int LONGEST = 60_000;
    private static final double MOST_FAILED = 0.02;
    private static final double MOST_SLOW = 0.05;
    private static final int SLOW_MILLIS = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, Count>> counts = new ConcurrentHashMap<>();

    /**
     * Of one call in one phase.
     *
     * @param admitted answered as they should be
     * @param refused answered otherwise, or not at all
     * @param times of the admitted ones
     */
    record Figures(int admitted, int refused, Percentiles times) {
        static final Figures NONE = new Figures(0, 0, new Percentiles(0, 0, 0, 0));

        int total() {
            return admitted + refused;
        }
    }

    /**
     * What the load generator tells at its end.
     *
     * @param began the first phase, in milliseconds since 1970
     * @param ended the last customer, likewise
     */
    record Report(long began, long ended, Map<String, Map<String, Figures>> phases) {
        /** Found in the output of the load generator. */
        static Report in(List<String> output) {
            return output.stream()
                    .filter(line -> line.startsWith(MARK))
                    .findFirst()
                    .map(line -> JSON.readValue(line.substring(MARK.length()), Report.class))
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "the load generator did not come to its end"));
        }
    }

    private static final class Count {
        private final AtomicIntegerArray byMillis = new AtomicIntegerArray(LONGEST + 1);
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger admitted = new AtomicInteger();
        private final AtomicInteger slow = new AtomicInteger();

        private Figures figures() {
            int total = admitted.get();
            long[] times = new long[total];
            int next = 0;
            for (int millis = 0; millis <= LONGEST; millis++) {
                for (int n = byMillis.get(millis); n > 0 && next < total; n--) {
                    times[next++] = millis;
                }
            }
            return new Figures(total, refused.get(), Percentiles.of(times));
        }
    }

    /** A call was answered as it should be. */
    public void admitted(Phase phase, String call, int millis) {
        Count count = count(phase, call);
        count.byMillis.incrementAndGet(Math.clamp(millis, 0, LONGEST));
        count.admitted.incrementAndGet();
        if (millis > SLOW_MILLIS) {
            count.slow.incrementAndGet();
        }
    }

    /** A call was not answered, or otherwise. */
    public void refused(Phase phase, String call) {
        count(phase, call).refused.incrementAndGet();
    }

    /**
     * Whether half of a phase's orders have been answered and more than 2 % of them were refused or
     * more than 5 % took over 2 s: higher steps would show no more.
     */
    public boolean isBroken(Phase phase) {
        Count count = count(phase, Phase.ORDER);
        int refused = count.refused.get();
        int total = refused + count.admitted.get();
        return total > 0
                && total * 2L >= phase.orders()
                && (refused > MOST_FAILED * total || count.slow.get() > MOST_SLOW * total);
    }

    /** Tells the figures to whoever reads the output of this JVM. */
    public void print(Instant began, Instant ended) {
        System.out.println(MARK + JSON.writeValueAsString(report(began, ended)));
    }

    Report report(Instant began, Instant ended) {
        Map<String, Map<String, Figures>> phases = new TreeMap<>();
        counts.forEach((phase, calls) -> {
            Map<String, Figures> figures = new TreeMap<>();
            calls.forEach((call, count) -> figures.put(call, count.figures()));
            phases.put(phase, figures);
        });
        return new Report(began.toEpochMilli(), ended.toEpochMilli(), phases);
    }

    private Count count(Phase phase, String call) {
        return counts.computeIfAbsent(phase.name(), name -> new ConcurrentHashMap<>())
                .computeIfAbsent(call, name -> new Count());
    }
}
