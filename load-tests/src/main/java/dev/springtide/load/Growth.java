package dev.springtide.load;

import java.util.Arrays;

/**
 * Whether something that should stay level grew during a run: the median of the last third against
 * that of the first.
 *
 * @param leaks when it grew by more than a fifth and by more than it may vary
 */
record Growth(String what, int samples, double first, double last, boolean leaks) {
    /** The fewest samples that tell anything. */
    static final int FEWEST = 3;

    private static final double FIFTH = 1.2;

    /**
     * @param samples in the order of time, the warm-up left out
     * @param allowance how much it may vary in its own unit
     * @throws IllegalArgumentException when there are too few samples
     */
    static Growth of(String what, double[] samples, double allowance) {
        if (samples.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d samples of %s tell nothing".formatted(samples.length, what));
        }
        int third = samples.length / FEWEST;
        double first = Median.of(Arrays.copyOfRange(samples, 0, third));
        double last =
                Median.of(Arrays.copyOfRange(samples, samples.length - third, samples.length));
        boolean leaks = last > first * FIFTH && last - first > allowance;
        return new Growth(what, samples.length, first, last, leaks);
    }
}
