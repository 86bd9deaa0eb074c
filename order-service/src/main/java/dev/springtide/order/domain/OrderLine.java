package dev.springtide.order.domain;

import dev.springtide.money.Money;

/** One product of an order at the price it had when the order was placed. */
public record OrderLine(Sku sku, String name, Quantity quantity, Money unitPrice) {

    /**
     * Unit price times quantity, exactly.
     *
     * @throws ArithmeticException when the amount does not fit
     */
    public Money lineTotal() {
        return unitPrice.times(quantity.value());
    }
}
