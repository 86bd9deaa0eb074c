package dev.springtide.order.application.reading;

import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.Refund;
import java.util.List;

/** An order with its refunds, oldest first. */
public record OrderView(Order order, List<Refund> refunds) {

    public OrderView {
        refunds = List.copyOf(refunds);
    }
}
