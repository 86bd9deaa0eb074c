package dev.springtide.inventory.adapter.messaging;

import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.inventory.application.SettleStockHandler;
import dev.springtide.inventory.application.StockCommand;
import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.messaging.WaveHandler;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Turns order events into stock commands. */
@Component
class StockWave implements WaveHandler {

    /** The events that move stock. */
    static final Set<Class<?>> INTERESTED_IN =
            Set.of(OrderCreated.class, OrderPaid.class, StockReleaseRequested.class);

    private final SettleStockHandler handler;
    private final StockMetrics metrics;

    StockWave(SettleStockHandler handler, StockMetrics metrics) {
        this.handler = handler;
        this.metrics = metrics;
    }

    @Override
    public void handle(List<InboundEvent<?>> wave) {
        metrics.record(handler.handle(wave.stream().map(StockWave::command).toList()));
    }

    private static StockCommand command(InboundEvent<?> inbound) {
        long version = inbound.aggregateVersion();
        String trace = inbound.traceparent();
        return switch (inbound.event()) {
            case OrderCreated created ->
                    new ReserveStock(created.orderId(), lines(created), version, trace);
            case OrderPaid paid -> new SellStock(paid.orderId(), version, trace);
            case StockReleaseRequested release ->
                    new ReleaseStock(release.orderId(), version, trace);
            case Object other ->
                    throw new IllegalArgumentException(
                            "not an event of stock: " + other.getClass());
        };
    }

    private static List<Line> lines(OrderCreated created) {
        return created.lines().stream()
                .map(line -> new Line(new Sku(line.sku()), line.quantity()))
                .toList();
    }
}
