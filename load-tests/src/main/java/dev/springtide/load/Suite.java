package dev.springtide.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The load runs by name.
 *
 * <p>All are open models: a slow platform meets more callers and not fewer.
 */
public enum Suite {
    STEADY("SteadyOrders", 167, 300, 60),
    PEAK_HOUR("PeakHour", 167, 1_800, 60),
    CAPACITY("Capacity", 80, 60, 12),
    FLASH_SALE("FlashSale", 1_000, 50, 10),
    OVERLOAD("Overload", 120, 60, 30),
    SPIKE("Spike", 100, 60, 30),
    SOAK("Soak", 100, 7_200, 120);

    static final int BUYERS_PER_UNIT = 5;
    private static final int FLASH_FACTOR = 5;
    private static final int OVERLOAD_FACTOR = 5;
    private static final int SPIKE_FACTOR = 4;
    private static final int SPIKE_SECONDS = 10;
    private static final int RECOVERY_SECONDS = 5;
    private static final double STEP = 1.25;
    private static final int STEPS = 11;

    private final String simulation;
    private final int rate;
    private final int seconds;
    private final int secondsShort;

    Suite(String simulation, int rate, int seconds, int secondsShort) {
        this.simulation = simulation;
        this.rate = rate;
        this.seconds = seconds;
        this.secondsShort = secondsShort;
    }

    static Suite named(String label) {
        return Arrays.stream(values())
                .filter(suite -> suite.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no suite " + label + "; there are " + labels()));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String simulation() {
        return "dev.springtide.load.simulation." + simulation;
    }

    /** Orders per second where none are asked for. */
    int rate() {
        return rate;
    }

    /** How long the phase that counts is, or each step; not the warm-up. */
    int seconds(boolean brief) {
        return brief ? secondsShort : seconds;
    }

    /** The warm-up, which rises to the rate (of a flash sale to a fifth), and what follows it. */
    List<Phase> phases(int rate, int seconds, int warmUp) {
        int warm = this == FLASH_SALE ? Math.max(1, rate / FLASH_FACTOR) : rate;
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase("warm-up", 1, warm, warmUp));
        phases.addAll(
                switch (this) {
                    case STEADY, PEAK_HOUR, SOAK, FLASH_SALE ->
                            List.of(Phase.level("", rate, seconds));
                    case CAPACITY -> steps(rate, seconds);
                    case OVERLOAD ->
                            List.of(
                                    Phase.level("capacity", rate, seconds),
                                    Phase.level("overload", rate * OVERLOAD_FACTOR, seconds),
                                    Phase.level("recovering", rate, RECOVERY_SECONDS),
                                    Phase.level("recovered", rate, seconds));
                    case SPIKE ->
                            List.of(
                                    Phase.level("calm", rate, seconds),
                                    Phase.level("spike", rate * SPIKE_FACTOR, SPIKE_SECONDS),
                                    Phase.level("recovering", rate, RECOVERY_SECONDS),
                                    Phase.level("recovered", rate, seconds));
                });
        return List.copyOf(phases);
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Suite::label).toList();
    }

    private static List<Phase> steps(int first, int seconds) {
        List<Phase> steps = new ArrayList<>();
        double rate = first;
        for (int step = 0; step < STEPS; step++) {
            steps.add(Phase.step((int) rate, seconds));
            rate *= STEP;
        }
        return steps;
    }
}
