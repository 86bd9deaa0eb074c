package dev.springtide.load;

import java.util.Arrays;
import java.util.Collection;

/** The middle of some figures, or between the two in the middle. */
public final class Median {

    private Median() {}

    /**
     * Leaves them in their order.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no figures, no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The same of boxed figures. */
    public static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(value -> value).toArray());
    }

    /** How many times the one is the other; zero where nothing was measured to compare with. */
    public static double ratio(double dividend, double divisor) {
        return divisor > 0 ? dividend / divisor : 0;
    }
}
