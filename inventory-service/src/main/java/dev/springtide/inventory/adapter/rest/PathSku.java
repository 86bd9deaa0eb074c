package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.UnknownSkuException;
import dev.springtide.inventory.domain.Sku;

/** A SKU as part of a path: what can be no SKU is simply not there. */
final class PathSku {

    private PathSku() {}

    static Sku parse(String sku) {
        if (!Sku.isValid(sku)) {
            throw new UnknownSkuException(sku);
        }
        return new Sku(sku);
    }
}
