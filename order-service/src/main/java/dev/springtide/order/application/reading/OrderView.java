package dev.springtide.order.application.reading;

import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.Shipment;
import java.util.List;

/** An order with its shipments and refunds, each oldest first. */
public record OrderView(Order order, List<Shipment> shipments, List<Refund> refunds) {

    public OrderView {
        shipments = List.copyOf(shipments);
        refunds = List.copyOf(refunds);
    }
}
