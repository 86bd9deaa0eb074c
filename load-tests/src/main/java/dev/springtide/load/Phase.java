package dev.springtide.load;

/**
 * A stretch of a run at one rate, or between two.
 *
 * @param name goes before the names of its requests; empty for the phase that counts
 * @param from orders offered per second at its begin
 * @param to the same at its end
 */
public record Phase(String name, int from, int to, int seconds) {
    /** What the names of a capacity run's steps begin with. */
    public static final String STEP = "step ";

    /** The request that places an order. */
    public static final String ORDER = "POST /orders";

    static Phase level(String name, int rate, int seconds) {
        return new Phase(name, rate, rate, seconds);
    }

    /** The name of a request of this phase. */
    public String request(String call) {
        return name.isEmpty() ? call : name + " " + call;
    }

    long orders() {
        return (long) (from + to) * seconds / 2;
    }
}
