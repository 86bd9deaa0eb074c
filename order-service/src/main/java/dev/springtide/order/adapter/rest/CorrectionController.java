package dev.springtide.order.adapter.rest;

import dev.springtide.observability.TraceContext;
import dev.springtide.order.application.saga.CorrectOrder;
import dev.springtide.order.application.saga.CorrectOrderHandler;
import dev.springtide.order.application.saga.CorrectionEntry;
import dev.springtide.order.application.saga.Corrections;
import dev.springtide.order.domain.CorrectionAction;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes corrections of stuck orders from operators, and shows who made which. */
@RestController
final class CorrectionController {

    private static final String PATH = "/api/v1/admin/orders/{id}/corrections";

    private final CorrectOrderHandler handler;
    private final Corrections corrections;

    CorrectionController(CorrectOrderHandler handler, Corrections corrections) {
        this.handler = handler;
        this.corrections = corrections;
    }

    record CorrectionResponse(
            UUID id,
            CorrectionAction action,
            String operator,
            String reason,
            OrderStatus from,
            OrderStatus to,
            long version,
            Instant at) {
        static CorrectionResponse of(CorrectionEntry entry) {
            return new CorrectionResponse(
                    entry.correction().id(),
                    entry.correction().action(),
                    entry.correction().operator(),
                    entry.correction().reason(),
                    entry.from(),
                    entry.to(),
                    entry.version(),
                    entry.at());
        }
    }

    record CorrectionList(List<CorrectionResponse> items) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CorrectionResponse> correct(
            Caller caller,
            IdempotencyKey key,
            @PathVariable String id,
            @RequestBody CorrectionRequest body) {
        OrderId orderId = OrderPaths.id(id);
        CorrectionRequest.Checked request = body.checked();
        CorrectOrder command =
                new CorrectOrder(
                        orderId,
                        caller.subject(),
                        key.value(),
                        request.action(),
                        request.reason(),
                        request.version(),
                        TraceContext.current());
        return KeyedResponses.created(handler.handle(command), CorrectionResponse::of);
    }

    /** Empty for an order that nobody has corrected, known or not. */
    @GetMapping(PATH)
    CorrectionList trail(@PathVariable String id) {
        return new CorrectionList(
                corrections.of(OrderPaths.id(id)).stream().map(CorrectionResponse::of).toList());
    }
}
