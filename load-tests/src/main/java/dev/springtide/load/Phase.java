package dev.springtide.load;

/**
 * A stretch of a run at one rate, or between two.
 *
 * @param name goes before the names of its requests; empty for the phase that counts
 * @param from orders offered per second at its begin
 * @param to the same at its end
 */
public record Phase(String name, int from, int to, int seconds) {
    /** The request that places an order. */
    public static final String ORDER = "POST /orders";

    private static final String STEP = "step ";

    static Phase level(String name, int rate, int seconds) {
        return new Phase(name, rate, rate, seconds);
    }

    /** One of a capacity run. */
    static Phase step(int rate, int seconds) {
        return level(STEP + rate, rate, seconds);
    }

    /** Whether a phase is a step of a capacity run, by its name. */
    public static boolean isStep(String name) {
        return name.startsWith(STEP);
    }

    /** The name of a request of this phase. */
    public String request(String call) {
        return name.isEmpty() ? call : name + " " + call;
    }

    long orders() {
        return (long) (from + to) * seconds / 2;
    }
}
