package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;

/** Hears what is about to change in the catalogue, and acts on it after the commit. */
public interface CatalogueChanges {

    /** Called inside the transaction that changes what is shown of the SKU. */
    void changed(Sku sku);
}
