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

    public static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(value -> value).toArray());
    }
}
