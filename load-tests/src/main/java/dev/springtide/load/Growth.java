package dev.springtide.load;

import java.util.Arrays;

/**
 * Whether something that should stay level grew during a run: the median of the last third against
 * that of the first.
 *
 * @param leaks when it grew by more than a fifth and by more than it may vary
 */
record Growth(String what, double first, double last, boolean leaks) {
    private static final double FIFTH = 1.2;
    private static final int THIRDS = 3;

    /**
     * @param samples in the order of time, the warm-up left out
     * @param allowance how much it may vary in its own unit
     */
    static Growth of(String what, double[] samples, double allowance) {
        int third = samples.length / THIRDS;
        if (third == 0) {
            return new Growth(what, 0, 0, false);
        }
        double first = median(Arrays.copyOfRange(samples, 0, third));
        double last = median(Arrays.copyOfRange(samples, samples.length - third, samples.length));
        return new Growth(what, first, last, last > first * FIFTH && last - first > allowance);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
