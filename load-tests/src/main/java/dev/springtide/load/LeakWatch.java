package dev.springtide.load;

import dev.springtide.load.machine.LocalPlatform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples what a leak would make grow while a soak runs: of each service the heap after a full
 * collection, its threads and connections; of the databases their sessions and the sizes of tables
 * that are no history.
 */
final class LeakWatch implements AutoCloseable {
    private static final int SAMPLES = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Map<String, Double> ALLOWANCES =
            Map.of("heap", 16e6, "threads", 20.0, "connections", 5.0, "bytes", 8e6);

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private @Nullable Thread writer;

    private LeakWatch() {}

    /** Watches a soak of a local platform, and nothing else. */
    static LeakWatch of(Settings settings, @Nullable LocalPlatform platform) {
        LeakWatch watch = new LeakWatch();
        if (settings.suite() == Suite.SOAK && platform != null) {
            Vitals vitals = new Vitals(platform);
            Duration warmUp = Duration.ofSeconds(settings.phases().getFirst().seconds());
            Duration pause = pause(Duration.ofSeconds(settings.phases().getLast().seconds()));
            watch.writer =
                    Thread.ofPlatform()
                            .daemon()
                            .name("leak-watch")
                            .start(() -> watch.write(vitals, warmUp, pause));
        }
        return watch;
    }

    /** A verdict for each thing of which there are enough samples. */
    List<Growth> growth() {
        synchronized (samples) {
            return samples.entrySet().stream()
                    .filter(one -> one.getValue().size() >= Growth.FEWEST)
                    .map(one ->
                            Growth.of(
                                    one.getKey(),
                                    one.getValue().stream().mapToDouble(value -> value).toArray(),
                                    allowance(one.getKey())))
                    .toList();
        }
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.interrupt();
        }
    }

    /** By the last word of the name. */
    static double allowance(String what) {
        return ALLOWANCES.getOrDefault(what.substring(what.lastIndexOf(' ') + 1), 0.0);
    }

    /** A minute, less in a short run. */
    static Duration pause(Duration run) {
        Duration part = run.dividedBy(SAMPLES);
        return part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
    }

    private void write(Vitals vitals, Duration warmUp, Duration pause) {
        try {
            Thread.sleep(warmUp);
            while (true) {
                Map<String, Double> now = vitals.now();
                synchronized (samples) {
                    now.forEach((what, value) ->
                            samples.computeIfAbsent(what, name -> new ArrayList<>()).add(value));
                }
                Thread.sleep(pause);
            }
        } catch (IOException | SQLException unreadable) {
            System.err.println("The leak watch ended: " + unreadable.getMessage());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
