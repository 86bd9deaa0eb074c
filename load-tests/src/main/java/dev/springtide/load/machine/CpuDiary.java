package dev.springtide.load.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who used the CPU when: a sample every second, so that each phase of a run has its share. */
public final class CpuDiary implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NavigableMap<Instant, CpuTimes> samples;
    private final Thread writer;

    CpuDiary(NavigableMap<Instant, CpuTimes> samples, Thread writer) {
        this.samples = samples;
        this.writer = writer;
    }

    /** Begins to write. */
    public static CpuDiary of(Map<String, Long> pids) {
        NavigableMap<Instant, CpuTimes> samples = new ConcurrentSkipListMap<>();
        Thread writer =
                Thread.ofPlatform().daemon().name("cpu-diary").start(() -> write(samples, pids));
        return new CpuDiary(samples, writer);
    }

    /** What was used between two moments; nothing where fewer than two samples are near. */
    public CpuTimes between(Instant from, Instant to) {
        return at(to).since(at(from));
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

    private static void write(NavigableMap<Instant, CpuTimes> samples, Map<String, Long> pids) {
        try {
            while (true) {
                samples.put(Instant.now(), CpuTimes.now(pids));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
