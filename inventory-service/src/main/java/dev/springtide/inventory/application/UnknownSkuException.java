package dev.springtide.inventory.application;

/** There is no product of this SKU. */
public final class UnknownSkuException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSkuException(String sku) {
        super("there is no product " + sku);
    }
}
