package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;

/** There is no product of this SKU. */
public final class UnknownSkuException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSkuException(Sku sku) {
        super("there is no product " + sku);
    }
}
