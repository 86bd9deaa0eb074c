package dev.springtide.load.benchmark;

import dev.springtide.load.Arguments;
import dev.springtide.load.Bound;
import dev.springtide.load.machine.ProcessUsage;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long each service takes from exec until it is ready, with its AOT cache, while nothing runs
 * beside it but PostgreSQL, Kafka, Redis and the simulator, all of them idle.
 *
 * @param starts of each service, one after the other
 */
record StartUp(int starts) implements Measurement {
    private static final int STARTS = 5;
    private static final double LONGEST_SECONDS = 5;
    private static final double LARGEST_MB = 400;

    StartUp {
        if (starts < 1) {
            throw new IllegalArgumentException("at least one start");
        }
    }

    public static void main(String[] line) throws Exception {
        new Benchmark("start-up", 1, Set.of("--starts"), StartUp::of).run(line);
    }

    private static StartUp of(Arguments arguments) {
        return new StartUp((int) arguments.number("--starts", STARTS));
    }

    @Override
    public Findings on(Platform platform) {
        Part.infrastructure().forEach(platform::start);
        Map<String, StartTimes> figures = new LinkedHashMap<>();
        for (Part service : Part.services()) {
            start(platform, service); // this one makes tables and topics, and does not count
            List<Start> counted = new ArrayList<>();
            for (int n = 0; n < starts; n++) {
                counted.add(start(platform, service));
            }
            figures.put(service.file(), StartTimes.of(counted));
        }
        return new Findings(figures, bounds(figures));
    }

    static List<Bound> bounds(Map<String, StartTimes> figures) {
        List<Bound> bounds = new ArrayList<>();
        figures.forEach((service, times) -> {
            bounds.add(
                    Bound.atMost(
                            service + " ready after, s (median)",
                            LONGEST_SECONDS,
                            times.medianSeconds()));
            bounds.add(
                    Bound.atMost(service + " RSS until ready, MB", LARGEST_MB, times.residentMb()));
        });
        return bounds;
    }

    private static Start start(Platform platform, Part service) {
        long begin = System.nanoTime();
        platform.start(service);
        double seconds = (System.nanoTime() - begin) / 1e9;
        ProcessUsage usage = ProcessUsage.of(platform.server(service).pid()).orElseThrow();
        platform.server(service).stop();
        return new Start(seconds, usage.cpuSeconds(), usage.highestResidentMb());
    }
}
