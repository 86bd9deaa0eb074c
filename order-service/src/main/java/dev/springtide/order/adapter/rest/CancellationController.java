package dev.springtide.order.adapter.rest;

import dev.springtide.observability.TraceContext;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.application.saga.CancelOrder;
import dev.springtide.order.application.saga.CancelOrderHandler;
import dev.springtide.order.domain.OrderId;
import dev.springtide.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes cancellations. 202 means that the order will end cancelled, with every effect undone; it
 * may not be yet.
 */
@RestController
final class CancellationController {

    private final CancelOrderHandler handler;
    private final OrderReader orders;

    CancellationController(CancelOrderHandler handler, OrderReader orders) {
        this.handler = handler;
        this.orders = orders;
    }

    @PostMapping(OrderPaths.ORDERS + "/{id}/cancellation")
    ResponseEntity<OrderResponse> cancel(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable CancellationRequest body) {
        OrderId orderId = OrderPaths.id(id);
        String owner = caller.operator() ? null : caller.subject();
        handler.handle(
                new CancelOrder(
                        orderId,
                        owner,
                        CancellationRequest.checkedReason(body),
                        TraceContext.current()));
        OrderView view = orders.find(orderId, owner).orElseThrow(OrderPaths::notFound);
        return ResponseEntity.accepted()
                .eTag(OrderPaths.eTag(view.order().version()))
                .body(OrderResponse.of(view));
    }
}
