package dev.springtide.inventory.domain;

import java.util.List;
import java.util.UUID;

/** What order-service has to know. Each is made at most once per order, and told when asked. */
public sealed interface StockDecision {

    UUID orderId();

    /** The version of the reservation after the decision. */
    long version();

    /** All lines are promised. */
    record Reserved(UUID orderId, long version) implements StockDecision {}

    /** Nothing is promised, for want of these SKUs. */
    record Rejected(UUID orderId, long version, List<Sku> missing) implements StockDecision {

        public Rejected {
            missing = List.copyOf(missing);
        }
    }

    /** The order holds nothing and never will. */
    record Released(UUID orderId, long version) implements StockDecision {}
}
