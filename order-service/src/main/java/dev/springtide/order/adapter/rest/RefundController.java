package dev.springtide.order.adapter.rest;

import dev.springtide.money.Money;
import dev.springtide.observability.TraceContext;
import dev.springtide.order.application.saga.RefundOrder;
import dev.springtide.order.application.saga.RefundOrderHandler;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RefundStatus;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes refunds from operators. */
@RestController
final class RefundController {

    private final RefundOrderHandler handler;

    RefundController(RefundOrderHandler handler) {
        this.handler = handler;
    }

    record RefundResponse(UUID id, RefundStatus status, Money amount) {
        static RefundResponse of(Refund refund) {
            return new RefundResponse(refund.id(), refund.status(), refund.amount());
        }
    }

    @PostMapping(
            path = OrderPaths.ORDERS + "/{id}/refunds",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RefundResponse> refund(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody RefundRequest body) {
        OrderId orderId = OrderPaths.id(id);
        RefundRequest.Checked request = body.checked();
        RefundOrder command =
                new RefundOrder(
                        orderId,
                        caller.subject(),
                        key.value(),
                        request.amount(),
                        request.reason(),
                        TraceContext.current());
        return KeyedResponses.created(handler.handle(command), RefundResponse::of);
    }
}
