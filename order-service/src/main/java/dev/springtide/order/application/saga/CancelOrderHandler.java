package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderInput.CancellationRequested;
import java.util.List;

/** Asks for the cancellation of an order; asking again changes nothing. */
public class CancelOrderHandler {

    private final SagaOrders orders;
    private final OrderSaga saga;

    public CancelOrderHandler(SagaOrders orders, OrderSaga saga) {
        this.orders = orders;
        this.saga = saga;
    }

    /**
     * Carries it out.
     *
     * @throws UnknownOrderException also when it is somebody else's order
     * @throws dev.springtide.order.domain.IllegalOrderTransitionException when it is too late
     */
    public void handle(CancelOrder cancel) {
        String owner =
                orders.customerOf(cancel.orderId())
                        .orElseThrow(() -> new UnknownOrderException(cancel.orderId()));
        if (cancel.customerId() != null && !cancel.customerId().equals(owner)) {
            throw new UnknownOrderException(cancel.orderId());
        }
        saga.apply(
                List.of(
                        new OrderCommand(
                                cancel.orderId(),
                                new CancellationRequested(cancel.reason()),
                                cancel.customerId() != null ? "customer" : "operator",
                                cancel.traceparent())));
    }
}
