package dev.springtide.contract;

import java.util.List;

/** The topics; keys are aggregate ids. */
public final class Topics {

    /** Compacted: the latest state of each product stays readable for ever. */
    public static final String PRODUCT_EVENTS = "product-events";

    public static final String ORDER_EVENTS = "order-events";
    public static final String INVENTORY_EVENTS = "inventory-events";
    public static final String PAYMENT_EVENTS = "payment-events";

    public static final List<String> ALL =
            List.of(PRODUCT_EVENTS, ORDER_EVENTS, INVENTORY_EVENTS, PAYMENT_EVENTS);

    private Topics() {}
}
