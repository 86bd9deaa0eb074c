package dev.springtide.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import tools.jackson.databind.json.JsonMapper;

/**
 * How orders were answered, by phase; written by the load generator while it works, by many threads
 * at once. Gatling's own percentiles mix refused and admitted requests, these do not.
 */
public final class Answers {
    private static final String MARK = "springtide-answers ";
    private static final int LONGEST = 60_000;
    private static final double MOST_FAILED = 0.02;
    private static final double MOST_SLOW = 0.05;
    private static final int SLOW_MILLIS = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Phase> phases = new ConcurrentHashMap<>();

    /** For the phases of a run. */
    public Answers(List<Phase> phases) {
        phases.forEach(phase -> {
            counts.put(phase.name(), new Count());
            this.phases.put(phase.name(), phase);
        });
    }

    /**
     * One phase's answers.
     *
     * @param admitted answered 201
     * @param times of those
     */
    record Figures(int admitted, int refused, Percentiles times) {
        static final Figures NONE = new Figures(0, 0, new Percentiles(0, 0, 0, 0));
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

    /** An order was answered 201. */
    public void admitted(String phase, int millis) {
        Count count = count(phase);
        count.byMillis.incrementAndGet(Math.clamp(millis, 0, LONGEST));
        count.admitted.incrementAndGet();
        if (millis > SLOW_MILLIS) {
            count.slow.incrementAndGet();
        }
    }

    /** An order was not answered, or otherwise. */
    public void refused(String phase) {
        count(phase).refused.incrementAndGet();
    }

    /**
     * Whether half of a phase's orders have been answered and more than 2 % of them were refused or
     * more than 5 % took over 2 s: higher steps would show no more.
     */
    public boolean isBroken(String phase) {
        Count count = count(phase);
        Phase planned = phases.get(phase);
        int refused = count.refused.get();
        int total = refused + count.admitted.get();
        return planned != null
                && total > 0
                && total * 2L >= planned.orders()
                && (refused > MOST_FAILED * total || count.slow.get() > MOST_SLOW * total);
    }

    /** Tells the figures to whoever reads the output of this JVM. */
    public void print() {
        Map<String, Figures> figures = new TreeMap<>();
        counts.forEach((phase, count) -> figures.put(phase, count.figures()));
        System.out.println(MARK + JSON.writeValueAsString(figures));
    }

    /** Reads what {@link #print} wrote. */
    static Map<String, Figures> in(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .map(line -> figures(line.substring(MARK.length())))
                .orElse(Map.of());
    }

    private static Map<String, Figures> figures(String json) {
        Map<String, Figures> figures = new TreeMap<>();
        JSON.readTree(json)
                .forEachEntry(
                        (phase, node) -> figures.put(phase, JSON.treeToValue(node, Figures.class)));
        return figures;
    }

    private Count count(String phase) {
        return counts.computeIfAbsent(phase, name -> new Count());
    }
}
