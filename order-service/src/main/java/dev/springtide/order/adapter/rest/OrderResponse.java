package dev.springtide.order.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.springtide.money.Money;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.domain.FulfillmentStatus;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderLine;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.PaymentStatus;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RefundStatus;
import dev.springtide.order.domain.RejectionReason;
import dev.springtide.order.domain.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the REST contract shows it: never the payment token. */
record OrderResponse(
        UUID id,
        String customerId,
        OrderStatus status,
        @Nullable RejectionReason reason,
        PaymentStatus paymentStatus,
        FulfillmentStatus fulfillmentStatus,
        List<Line> lines,
        Money total,
        Address shippingAddress,
        List<ShipmentResponse> shipments,
        List<RefundEntry> refunds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    record Line(String sku, String name, int quantity, Money unitPrice, Money lineTotal) {
        static Line of(OrderLine line) {
            return new Line(
                    line.sku().value(),
                    line.name(),
                    line.quantity().value(),
                    line.unitPrice(),
                    line.lineTotal());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Address(
            String name,
            String line1,
            @Nullable String line2,
            String city,
            String postalCode,
            String country) {
        static Address of(ShippingAddress address) {
            return new Address(
                    address.name(),
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.postalCode(),
                    address.country());
        }
    }

    record RefundEntry(UUID id, RefundStatus status, Money amount, String reason) {
        static RefundEntry of(Refund refund) {
            return new RefundEntry(refund.id(), refund.status(), refund.amount(), refund.reason());
        }
    }

    static OrderResponse of(OrderView view) {
        Order order = view.order();
        return new OrderResponse(
                order.id().value(),
                order.customerId(),
                order.status(),
                order.reason(),
                order.paymentStatus(),
                order.fulfillmentStatus(),
                order.lines().stream().map(Line::of).toList(),
                order.total(),
                Address.of(order.shippingAddress()),
                view.shipments().stream().map(ShipmentResponse::of).toList(),
                view.refunds().stream().map(RefundEntry::of).toList(),
                order.expiresAt(),
                order.createdAt(),
                order.updatedAt(),
                order.version());
    }
}
