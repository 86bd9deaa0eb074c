package dev.springtide.contract.order.v1;

import dev.springtide.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An order was accepted and waits for its stock. Each SKU appears in one line only. */
public record OrderCreated(UUID orderId, String customerId, List<Line> lines, Money total)
        implements OrderEvent {

    public OrderCreated {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        lines = List.copyOf(lines);
        Objects.requireNonNull(total, "total");
    }

    /** How many units of a SKU are wanted, at least one. */
    public record Line(String sku, int quantity) {

        public Line {
            Objects.requireNonNull(sku, "sku");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be positive");
            }
        }
    }
}
