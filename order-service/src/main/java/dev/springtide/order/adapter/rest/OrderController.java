package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.application.reading.TimelineEntry;
import dev.springtide.web.Caller;
import dev.springtide.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows orders: a customer's own, or all of them to an operator. */
@RestController
@RequestMapping(OrderPaths.ORDERS)
final class OrderController {

    private final OrderReader orders;

    OrderController(OrderReader orders) {
        this.orders = orders;
    }

    /** The framework answers 304 when the caller already has this version. */
    @GetMapping("/{id}")
    ResponseEntity<OrderResponse> one(Caller caller, @PathVariable String id) {
        OrderView view =
                orders.find(OrderPaths.id(id), owner(caller)).orElseThrow(OrderPaths::notFound);
        return ResponseEntity.ok()
                .eTag(OrderPaths.eTag(view.order().version()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(OrderResponse.of(view));
    }

    @GetMapping
    Page<OrderResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return OrderPages.read(
                orders, OrderFilters.parse(owner(caller), status, from, to, cursor, false), limit);
    }

    @GetMapping("/{id}/timeline")
    Timeline timeline(Caller caller, @PathVariable String id) {
        List<TimelineEntry> entries = orders.timeline(OrderPaths.id(id), owner(caller));
        if (entries.isEmpty()) {
            throw OrderPaths.notFound();
        }
        return new Timeline(entries);
    }

    /** The steps of an order, oldest first. */
    record Timeline(List<TimelineEntry> items) {}

    private static @Nullable String owner(Caller caller) {
        return caller.operator() ? null : caller.subject();
    }
}
