package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.intake.PlaceOrderHandler;
import dev.springtide.order.application.intake.Placement;
import dev.springtide.order.application.intake.PlacementRefusedException;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders. */
@RestController
final class PlaceOrderController {

    private final PlaceOrderHandler handler;

    PlaceOrderController(PlaceOrderHandler handler) {
        this.handler = handler;
    }

    @PostMapping(path = OrderPaths.ORDERS, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderResponse> place(
            Caller caller,
            IdempotencyKey key,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer,
            @RequestBody PlaceOrderRequest body) {
        Duration wait = PreferWait.parse(prefer);
        Placement placement;
        try {
            placement = handler.place(PlaceOrderReader.read(body, caller, key), wait);
        } catch (PlacementRefusedException e) {
            throw RefusalProblems.of(e.refusal());
        }
        OrderResponse order = OrderResponse.of(placement.view());
        ResponseEntity.BodyBuilder response =
                ResponseEntity.created(URI.create(OrderPaths.ORDERS + "/" + order.id()))
                        .eTag(OrderPaths.eTag(order.version()));
        if (placement.replayed()) {
            response.header(IdempotencyKey.REPLAYED_HEADER, "true");
        }
        if (wait.isPositive()) {
            response.header("Preference-Applied", "wait=" + wait.toSeconds());
        }
        return response.body(order);
    }
}
