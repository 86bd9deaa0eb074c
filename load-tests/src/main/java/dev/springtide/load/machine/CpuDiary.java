package dev.springtide.load.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Who used CPU and memory when: a sample every second, so that each phase of a run has its share.
 */
public final class CpuDiary implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NavigableMap<Instant, CpuTimes> samples;
    private final NavigableMap<Instant, Map<String, Double>> resident;
    private final Thread writer;

    CpuDiary(
            NavigableMap<Instant, CpuTimes> samples,
            NavigableMap<Instant, Map<String, Double>> resident,
            Thread writer) {
        this.samples = samples;
        this.resident = resident;
        this.writer = writer;
    }

    /** Begins to write. */
    public static CpuDiary of(Map<String, Long> pids) {
        NavigableMap<Instant, CpuTimes> samples = new ConcurrentSkipListMap<>();
        NavigableMap<Instant, Map<String, Double>> resident = new ConcurrentSkipListMap<>();
        Thread writer =
                Thread.ofPlatform()
                        .daemon()
                        .name("cpu-diary")
                        .start(() -> write(samples, resident, pids));
        return new CpuDiary(samples, resident, writer);
    }

    /** What was used between two moments; nothing where fewer than two samples are near. */
    public CpuTimes between(Instant from, Instant to) {
        return at(to).since(at(from));
    }

    /**
     * The most memory that each part's own process occupied between two moments (RSS), in 10⁶
     * bytes; what it shares with its children is counted for each, so it tells something of JVMs
     * only.
     */
    public Map<String, Double> highestResidentMb(Instant from, Instant to) {
        Map<String, Double> highest = new TreeMap<>();
        resident.subMap(from, true, to, true)
                .values()
                .forEach(sample ->
                        sample.forEach((part, size) -> highest.merge(part, size, Math::max)));
        return highest;
    }

    private CpuTimes at(Instant moment) {
        Map.Entry<Instant, CpuTimes> before = samples.floorEntry(moment);
        Map.Entry<Instant, CpuTimes> after = samples.higherEntry(moment);
        if (before == null || after == null) {
            Map.Entry<Instant, CpuTimes> one = before == null ? after : before;
            return one == null ? new CpuTimes(0, Map.of()) : one.getValue();
        }
        double share =
                (double) Duration.between(before.getKey(), moment).toMillis()
                        / Duration.between(before.getKey(), after.getKey()).toMillis();
        return before.getValue().towards(after.getValue(), share);
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private static void write(
            NavigableMap<Instant, CpuTimes> samples,
            NavigableMap<Instant, Map<String, Double>> resident,
            Map<String, Long> pids) {
        try {
            while (true) {
                samples.put(Instant.now(), CpuTimes.now(pids, "load-generator"));
                resident.put(Instant.now(), residentMb(pids));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Double> residentMb(Map<String, Long> pids) {
        Map<String, Double> sizes = new TreeMap<>();
        pids.forEach((part, pid) ->
                ProcessUsage.of(pid).ifPresent(usage -> sizes.put(part, usage.residentMb())));
        return sizes;
    }
}
