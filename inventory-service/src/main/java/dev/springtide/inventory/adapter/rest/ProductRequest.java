package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code PUT /api/v1/products/{sku}}.
 *
 * @param name 1–200 characters, not blank
 * @param description up to 2,000 characters, may be empty: the one text longer than 200
 * @param category 1–200 characters, not blank
 * @param price zero or more, with exactly the decimals of its currency
 */
record ProductRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 2000) String description,
        @NotBlank @Size(max = 200) String category,
        @NotNull Money price) {

    ProductDetails details() {
        return new ProductDetails(name, description, category, price);
    }
}
