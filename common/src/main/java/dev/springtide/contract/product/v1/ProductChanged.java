package dev.springtide.contract.product.v1;

import dev.springtide.money.Money;
import java.util.Objects;

/**
 * The whole public state of a product after a change.
 *
 * @param version rises by one with each change; readers ignore a version they already passed
 */
public record ProductChanged(
        String sku, String name, String description, String category, Money price, long version)
        implements ProductEvent {

    public ProductChanged {
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(price, "price");
    }

    @Override
    public String aggregateId() {
        return sku;
    }
}
