package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds orders for operators: those of a customer, of a status, of a time, and the stuck ones. */
@RestController
final class AdminOrderController {

    private final OrderReader orders;

    AdminOrderController(OrderReader orders) {
        this.orders = orders;
    }

    @GetMapping("/api/v1/admin/orders")
    Page<OrderResponse> search(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String stuck,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return OrderPages.read(
                orders,
                OrderFilters.parse(
                        OrderFilters.customer(customerId),
                        status,
                        from,
                        to,
                        cursor,
                        OrderFilters.flag("stuck", stuck)),
                limit);
    }
}
