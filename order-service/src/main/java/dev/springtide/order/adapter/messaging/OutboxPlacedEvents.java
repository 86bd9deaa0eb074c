package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.id.UuidV7;
import dev.springtide.order.application.intake.NewOrder;
import dev.springtide.order.application.intake.PlacedEvents;
import dev.springtide.order.domain.Order;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.OutboxEvent;
import java.util.List;

/** Announces new orders through the outbox. */
public final class OutboxPlacedEvents implements PlacedEvents {

    private final Outbox outbox;
    private final UuidV7 ids;

    /**
     * Announces on the connection that stores the orders.
     *
     * @param outbox one that writes through that connection
     */
    public OutboxPlacedEvents(Outbox outbox, UuidV7 ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void placed(List<NewOrder> orders) {
        outbox.append(
                orders.stream()
                        .map(placed ->
                                OutboxEvent.of(
                                        ids,
                                        created(placed.order()),
                                        placed.order().version(),
                                        placed.traceparent()))
                        .toList());
    }

    private static OrderCreated created(Order order) {
        return new OrderCreated(
                order.id().value(),
                order.customerId(),
                order.lines().stream()
                        .map(line ->
                                new OrderCreated.Line(line.sku().value(), line.quantity().value()))
                        .toList(),
                order.total());
    }
}
