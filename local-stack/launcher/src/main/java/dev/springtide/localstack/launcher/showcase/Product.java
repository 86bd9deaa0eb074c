package dev.springtide.localstack.launcher.showcase;

import java.util.Map;

/**
 * A product of the catalogue.
 *
 * @param price decimal, in euros
 * @param stock what it starts with
 */
record Product(
        String sku, String name, String description, String category, String price, int stock) {

    Map<String, Object> json() {
        return Map.of(
                "name", name,
                "description", description,
                "category", category,
                "price", Map.of("amount", price, "currency", "EUR"));
    }
}
