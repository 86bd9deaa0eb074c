package dev.springtide.load;

import java.util.Arrays;

/** Times in milliseconds; zeros where there were none. */
record Percentiles(long p50, long p95, long p99, long max) {
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;
    private static final double NEARLY_ALL = 0.99;

    /** Sorts what it is given. */
    static Percentiles of(long[] times) {
        Arrays.sort(times);
        return new Percentiles(
                at(times, HALF), at(times, MOST), at(times, NEARLY_ALL), at(times, 1));
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
