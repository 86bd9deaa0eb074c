package dev.springtide.order.adapter.rest;

import dev.springtide.observability.TraceContext;
import dev.springtide.order.application.saga.ShipOrder;
import dev.springtide.order.application.saga.ShipOrderHandler;
import dev.springtide.order.domain.OrderId;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes shipments from operators. */
@RestController
final class ShipmentController {

    private final ShipOrderHandler handler;

    ShipmentController(ShipOrderHandler handler) {
        this.handler = handler;
    }

    @PostMapping(
            path = OrderPaths.ORDERS + "/{id}/shipments",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ShipmentResponse> ship(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody ShipmentRequest body) {
        OrderId orderId = OrderPaths.id(id);
        ShipmentRequest.Checked request = body.checked();
        ShipOrder command =
                new ShipOrder(
                        orderId,
                        caller.subject(),
                        key.value(),
                        request.carrier(),
                        request.trackingNumber(),
                        request.lines(),
                        TraceContext.current());
        return KeyedResponses.created(handler.handle(command), ShipmentResponse::of);
    }
}
