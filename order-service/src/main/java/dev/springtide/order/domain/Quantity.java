package dev.springtide.order.domain;

/**
 * How many units of one product an order takes.
 *
 * @param value {@value #MIN}–{@value #MAX}, also after lines of one SKU are merged
 */
public record Quantity(int value) {

    public static final int MIN = 1;
    public static final int MAX = 999;

    public Quantity {
        if (value < MIN || value > MAX) {
            throw new IllegalArgumentException("a quantity is " + MIN + " to " + MAX);
        }
    }
}
