package dev.springtide.inventory.adapter.messaging;

import dev.springtide.contract.inventory.v1.InventoryEvent;
import dev.springtide.contract.inventory.v1.StockRejected;
import dev.springtide.contract.inventory.v1.StockReleased;
import dev.springtide.contract.inventory.v1.StockReserved;
import dev.springtide.contract.product.v1.ProductChanged;
import dev.springtide.id.UuidV7;
import dev.springtide.inventory.application.InventoryEvents;
import dev.springtide.inventory.application.TracedDecision;
import dev.springtide.inventory.domain.Product;
import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.StockDecision;
import dev.springtide.observability.TraceContext;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.OutboxEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes this service's events to the outbox, in the transaction of their cause. */
@Component
class OutboxInventoryEvents implements InventoryEvents {

    private final Outbox outbox;
    private final UuidV7 ids;

    OutboxInventoryEvents(Outbox outbox, UuidV7 ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void decided(List<TracedDecision> decisions) {
        outbox.append(
                decisions.stream()
                        .map(traced ->
                                OutboxEvent.of(
                                        ids,
                                        event(traced.decision()),
                                        traced.decision().version(),
                                        traced.traceparent()))
                        .toList());
    }

    @Override
    public void productChanged(Product product) {
        ProductDetails details = product.details();
        ProductChanged event =
                new ProductChanged(
                        product.sku().value(),
                        details.name(),
                        details.description(),
                        details.category(),
                        details.price(),
                        product.version());
        outbox.append(
                List.of(OutboxEvent.of(ids, event, product.version(), TraceContext.current())));
    }

    private static InventoryEvent event(StockDecision decision) {
        return switch (decision) {
            case StockDecision.Reserved reserved -> new StockReserved(reserved.orderId());
            case StockDecision.Rejected rejected ->
                    new StockRejected(
                            rejected.orderId(),
                            rejected.missing().stream().map(Sku::value).toList());
            case StockDecision.Released released -> new StockReleased(released.orderId());
        };
    }
}
