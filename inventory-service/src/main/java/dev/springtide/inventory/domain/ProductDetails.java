package dev.springtide.inventory.domain;

import dev.springtide.money.Money;

/** What an operator says of a product. Two equal details are the same version of it. */
public record ProductDetails(String name, String description, String category, Money price) {

    public ProductDetails {
        if (price.isNegative()) {
            throw new IllegalArgumentException("price must not be negative");
        }
    }
}
