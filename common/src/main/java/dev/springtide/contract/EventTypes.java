package dev.springtide.contract;

import dev.springtide.contract.inventory.v1.StockRejected;
import dev.springtide.contract.inventory.v1.StockReleased;
import dev.springtide.contract.inventory.v1.StockReserved;
import dev.springtide.contract.order.v1.OrderCancelled;
import dev.springtide.contract.order.v1.OrderCompleted;
import dev.springtide.contract.order.v1.OrderConfirmed;
import dev.springtide.contract.order.v1.OrderCorrected;
import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.OrderRejected;
import dev.springtide.contract.order.v1.OrderShipped;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.contract.payment.v1.PaymentCaptured;
import dev.springtide.contract.payment.v1.PaymentClosed;
import dev.springtide.contract.payment.v1.PaymentDeclined;
import dev.springtide.contract.payment.v1.PaymentInDoubt;
import dev.springtide.contract.payment.v1.RefundFailed;
import dev.springtide.contract.payment.v1.RefundSucceeded;
import dev.springtide.contract.product.v1.ProductChanged;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue: every event, its wire name and its topic. A name is never given a second shape.
 */
public final class EventTypes {

    private static final List<EventType<?>> ALL =
            List.of(
                    type("product.changed.v1", ProductChanged.class, Topics.PRODUCT_EVENTS),
                    order("created", OrderCreated.class),
                    order("payment-requested", PaymentRequested.class),
                    order("paid", OrderPaid.class),
                    order("stock-release-requested", StockReleaseRequested.class),
                    order("payment-cancel-requested", PaymentCancelRequested.class),
                    order("refund-requested", RefundRequested.class),
                    order("confirmed", OrderConfirmed.class),
                    order("rejected", OrderRejected.class),
                    order("cancelled", OrderCancelled.class),
                    order("shipped", OrderShipped.class),
                    order("completed", OrderCompleted.class),
                    order("corrected", OrderCorrected.class),
                    inventory("stock-reserved", StockReserved.class),
                    inventory("stock-rejected", StockRejected.class),
                    inventory("stock-released", StockReleased.class),
                    payment("captured", PaymentCaptured.class),
                    payment("declined", PaymentDeclined.class),
                    payment("in-doubt", PaymentInDoubt.class),
                    payment("closed", PaymentClosed.class),
                    payment("refund-succeeded", RefundSucceeded.class),
                    payment("refund-failed", RefundFailed.class));

    private static final Map<String, EventType<?>> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType<?>> BY_RECORD =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private EventTypes() {}

    public static List<EventType<?>> all() {
        return ALL;
    }

    /** The type of a wire name; empty for a name this release does not know. */
    public static Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The type of a record class.
     *
     * @throws IllegalArgumentException for a class that is not in the catalogue
     */
    public static EventType<?> of(Class<? extends DomainEvent> record) {
        EventType<?> type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalArgumentException(record + " is not in the catalogue of events");
        }
        return type;
    }

    private static <E extends DomainEvent> EventType<E> order(String name, Class<E> record) {
        return type("order." + name + ".v1", record, Topics.ORDER_EVENTS);
    }

    private static <E extends DomainEvent> EventType<E> inventory(String name, Class<E> record) {
        return type("inventory." + name + ".v1", record, Topics.INVENTORY_EVENTS);
    }

    private static <E extends DomainEvent> EventType<E> payment(String name, Class<E> record) {
        return type("payment." + name + ".v1", record, Topics.PAYMENT_EVENTS);
    }

    private static <E extends DomainEvent> EventType<E> type(
            String name, Class<E> record, String topic) {
        return new EventType<>("dev.springtide." + name, record, topic);
    }
}
