package dev.springtide.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The load runs by name.
 *
 * <p>All are open models: a slow platform meets more callers and not fewer.
 */
public enum Suite {
    STEADY("steady", "SteadyOrders", 167, 5),
    PEAK_HOUR("peak-hour", "PeakHour", 167, 30),
    CAPACITY("capacity", "Capacity", 200, 5),
    FLASH_SALE("flash-sale", "FlashSale", 1_000, 1),
    OVERLOAD("overload", "Overload", 250, 1),
    SPIKE("spike", "Spike", 150, 1),
    SOAK("soak", "Soak", 100, 120);

    static final int FLASH_BUYERS = 50_000;
    static final int FLASH_UNITS = 10_000;
    private static final int OVERLOAD_FACTOR = 5;
    private static final int SPIKE_FACTOR = 4;
    private static final double STEP = 1.25;
    private static final int STEPS = 9;

    private final String label;
    private final String simulation;
    private final int rate;
    private final int minutes;

    Suite(String label, String simulation, int rate, int minutes) {
        this.label = label;
        this.simulation = simulation;
        this.rate = rate;
        this.minutes = minutes;
    }

    public String label() {
        return label;
    }

    String simulation() {
        return "dev.springtide.load.simulation." + simulation;
    }

    /** Orders per second where none are asked for. */
    int rate() {
        return rate;
    }

    int minutes() {
        return minutes;
    }

    static Suite named(String label) {
        return Arrays.stream(values())
                .filter(suite -> suite.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no suite " + label + "; there are " + labels()));
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Suite::label).toList();
    }

    /** The warm-up, which rises to the rate, and what follows it. */
    List<Phase> phases(int rate, int seconds, int warmUp) {
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase("warm-up", 1, rate, warmUp));
        phases.addAll(
                switch (this) {
                    case STEADY, PEAK_HOUR, SOAK -> List.of(Phase.level("", rate, seconds));
                    case CAPACITY -> steps(rate, Math.max(10, seconds / 5));
                    case FLASH_SALE -> List.of(Phase.level("", rate, FLASH_BUYERS / rate));
                    case OVERLOAD ->
                            List.of(
                                    Phase.level("capacity", rate, seconds),
                                    Phase.level("overload", rate * OVERLOAD_FACTOR, seconds),
                                    Phase.level("recovering", rate, 5),
                                    Phase.level("recovered", rate, seconds / 2));
                    case SPIKE ->
                            List.of(
                                    Phase.level("calm", rate, seconds / 2),
                                    Phase.level("spike", rate * SPIKE_FACTOR, 10),
                                    Phase.level("recovering", rate, 5),
                                    Phase.level("recovered", rate, seconds / 2));
                });
        return List.copyOf(phases);
    }

    private static List<Phase> steps(int first, int seconds) {
        List<Phase> steps = new ArrayList<>();
        double rate = first;
        for (int step = 0; step < STEPS; step++) {
            steps.add(Phase.level("step " + (int) rate, (int) rate, seconds));
            rate *= STEP;
        }
        return steps;
    }
}
