package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderTrigger.FULFILLED;

import dev.springtide.order.domain.OrderInput.ShipmentRequested;
import dev.springtide.order.domain.ShipmentRefusedException.Cause;
import dev.springtide.order.domain.TransitionResult.AlreadyApplied;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides about shipments under the order's lock, with all its lines in sight: together they never
 * exceed what was ordered, and the one that ships the last unit completes the order.
 */
final class ShipmentDecisions {

    private ShipmentDecisions() {}

    static Decision requested(OrderState order, ShipmentRequested request) {
        if (order.status() != OrderStatus.CONFIRMED) {
            throw new ShipmentRefusedException(order, Cause.NOT_ALLOWED, List.of());
        }
        List<ShippedLine> lines =
                request.lines().isEmpty() ? order.fulfillment().remainder() : request.lines();
        requireOrdered(order, lines);
        Shipment shipment =
                new Shipment(
                        request.shipmentId(), request.carrier(), request.trackingNumber(), lines);
        OrderState shipped = order.withFulfillment(order.fulfillment().plus(lines));
        if (shipped.fulfillment().status() != FulfillmentStatus.FULFILLED) {
            return Decision.shipment(
                    order, shipped, "SHIPPED", shipment, OutboundEvent.ORDER_SHIPPED);
        }
        return switch (OrderTransitions.apply(order.id(), order.status(), FULFILLED)) {
            case Moved move -> Decision.moved(order, shipped, move).with(shipment);
            case AlreadyApplied _ -> throw new IllegalStateException("a confirmed order is not");
        };
    }

    private static void requireOrdered(OrderState order, List<ShippedLine> lines) {
        OrderFulfillment fulfillment = order.fulfillment();
        refuse(
                order,
                lines,
                Cause.UNKNOWN_PRODUCT,
                line -> fulfillment.remaining(line.sku()).isEmpty());
        refuse(
                order,
                lines,
                Cause.EXCEEDS_ORDERED,
                line -> line.quantity() > fulfillment.remaining(line.sku()).orElse(0));
    }

    private static void refuse(
            OrderState order,
            List<ShippedLine> lines,
            Cause cause,
            Predicate<ShippedLine> condition) {
        List<Sku> skus = lines.stream().filter(condition).map(ShippedLine::sku).toList();
        if (!skus.isEmpty()) {
            throw new ShipmentRefusedException(order, cause, skus);
        }
    }
}
