package dev.springtide.payment.domain;

/**
 * How the order has asked so far.
 *
 * @param latest the order's version of the latest request that was taken in; one with none above it
 *     was only delivered twice
 * @param repeats how many answers were given again
 */
public record Asked(long latest, int repeats) {

    static Asked at(long orderVersion) {
        return new Asked(orderVersion, 0);
    }

    Asked again(long orderVersion) {
        return new Asked(orderVersion, repeats);
    }

    Asked answered() {
        return new Asked(latest, repeats + 1);
    }
}
