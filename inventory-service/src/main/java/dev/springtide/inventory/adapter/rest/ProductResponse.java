package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.CatalogueEntry;
import dev.springtide.inventory.domain.Product;
import dev.springtide.money.Money;

/**
 * A product as the public sees it.
 *
 * @param available units to show, up to two seconds old; the order decides, not this number
 */
record ProductResponse(
        String sku, String name, String description, String category, Money price, long available) {

    static ProductResponse of(Product product, long available) {
        return new ProductResponse(
                product.sku().value(),
                product.details().name(),
                product.details().description(),
                product.details().category(),
                product.details().price(),
                available);
    }

    static ProductResponse of(CatalogueEntry entry) {
        return of(entry.product(), entry.available());
    }
}
