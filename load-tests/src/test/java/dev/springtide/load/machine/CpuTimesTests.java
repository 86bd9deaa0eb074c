package dev.springtide.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CpuTimesTests {
    private static final CpuTimes BEFORE =
            new CpuTimes(1_000, Map.of("order-service", 100.0, "load-generator", 50.0));
    private static final CpuTimes AFTER =
            new CpuTimes(
                    2_000,
                    Map.of(
                            "order-service",
                            500.0,
                            "load-generator",
                            150.0,
                            "profile",
                            5.0,
                            "simulator",
                            70.0,
                            "aot-training",
                            20.0,
                            "launcher",
                            10.0));

    @Test
    void tellsThePlatformFromItsLoadAndFromOthers() {
        CpuTimes used = AFTER.since(BEFORE);

        assertThat(used.platform()).isEqualTo(400);
        assertThat(used.foreign()).isEqualTo(1_000 - 400 - 100 - 5 - 70 - 20 - 10);
    }

    @Test
    void neverCountsBackwards() {
        assertThat(BEFORE.since(AFTER))
                .isEqualTo(new CpuTimes(0, Map.of("order-service", 0.0, "load-generator", 0.0)));
    }

    @Test
    void isInterpolatedBetweenTheSamplesOfADiary() {
        TreeMap<Instant, CpuTimes> samples = new TreeMap<>();
        samples.put(Instant.ofEpochSecond(10), BEFORE);
        samples.put(Instant.ofEpochSecond(20), AFTER);
        CpuDiary diary = new CpuDiary(samples, new TreeMap<>(), Thread.currentThread());

        CpuTimes used = diary.between(Instant.ofEpochSecond(12), Instant.ofEpochSecond(17));

        assertThat(used.busy()).isEqualTo(500);
        assertThat(used.byPart()).containsEntry("order-service", 200.0);
    }

    @Test
    void tellsTheMostMemoryOfAStretchOfTime() {
        TreeMap<Instant, Map<String, Double>> resident = new TreeMap<>();
        resident.put(Instant.ofEpochSecond(9), Map.of("order-service", 900.0));
        resident.put(Instant.ofEpochSecond(10), Map.of("order-service", 200.0));
        resident.put(Instant.ofEpochSecond(11), Map.of("order-service", 300.0, "kafka", 400.0));
        resident.put(Instant.ofEpochSecond(12), Map.of("order-service", 250.0));
        resident.put(Instant.ofEpochSecond(13), Map.of("order-service", 900.0));
        CpuDiary diary = new CpuDiary(new TreeMap<>(), resident, Thread.currentThread());

        assertThat(diary.highestResidentMb(Instant.ofEpochSecond(10), Instant.ofEpochSecond(12)))
                .isEqualTo(Map.of("order-service", 300.0, "kafka", 400.0));
    }
}
