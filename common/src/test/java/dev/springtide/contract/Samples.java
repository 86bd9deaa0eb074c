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
import dev.springtide.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of each event one with as little as it may have and one with everything. */
final class Samples {

    private static final UUID ORDER = UUID.fromString("0198f3c0-1a2b-7c3d-8e4f-0a1b2c3d4e5f");
    private static final UUID PAYMENT = UUID.fromString("0198f3c0-1a2b-7c3d-8e4f-0a1b2c3d4e60");
    private static final UUID REFUND = UUID.fromString("0198f3c0-1a2b-7c3d-8e4f-0a1b2c3d4e61");
    private static final UUID SHIPMENT = UUID.fromString("0198f3c0-1a2b-7c3d-8e4f-0a1b2c3d4e62");
    private static final Money PRICE = Money.of("12.50", "EUR");
    private static final Money YEN = Money.of("0", "JPY");
    private static final Money LARGE = Money.of("1234567.890", "BHD");

    /** The two samples of one kind of event. */
    record Pair(DomainEvent minimal, DomainEvent full) {}

    static final Map<Class<?>, Pair> ALL =
            Stream.of(products(), orders(), inventory(), payments())
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(pair -> pair.full().getClass(), pair -> pair));

    private Samples() {}

    private static List<Pair> products() {
        return List.of(
                new Pair(
                        new ProductChanged("A", "A", "", "c", YEN, 0),
                        new ProductChanged(
                                "TIDE-1",
                                "Tide clock",
                                "Shows high water, \"ebb\" & flow – ≤ 1 min",
                                "clocks",
                                PRICE,
                                Long.MAX_VALUE)));
    }

    private static List<Pair> orders() {
        return List.of(
                new Pair(
                        new OrderCreated(ORDER, "c", List.of(new OrderCreated.Line("A", 1)), YEN),
                        new OrderCreated(
                                ORDER,
                                "alice",
                                List.of(
                                        new OrderCreated.Line("TIDE-1", 2),
                                        new OrderCreated.Line("TIDE-2", 999)),
                                LARGE)),
                new Pair(
                        new PaymentRequested(ORDER, "c", YEN, ""),
                        new PaymentRequested(ORDER, "alice", PRICE, "djEuYWJj")),
                both(new OrderPaid(ORDER)),
                both(new StockReleaseRequested(ORDER, "PAYMENT_DECLINED")),
                both(new PaymentCancelRequested(ORDER, "alice", "CANCELLED")),
                both(new RefundRequested(ORDER, REFUND, PRICE, "broken glass")),
                both(new OrderConfirmed(ORDER, "alice", LARGE)),
                both(new OrderRejected(ORDER, "alice", "OUT_OF_STOCK")),
                new Pair(
                        new OrderCancelled(ORDER, "alice", null),
                        new OrderCancelled(ORDER, "alice", "changed my mind")),
                new Pair(
                        shipped("", "", new OrderShipped.Line("A", 1)),
                        shipped(
                                "Tide Post",
                                "TP-0042",
                                new OrderShipped.Line("TIDE-1", 2),
                                new OrderShipped.Line("TIDE-2", 999))),
                both(new OrderCompleted(ORDER, "alice")),
                both(
                        new OrderCorrected(
                                ORDER, "alice", SHIPMENT, "RETRY", "CANCELLING", "CANCELLING")));
    }

    private static OrderShipped shipped(
            String carrier, String trackingNumber, OrderShipped.Line... lines) {
        return new OrderShipped(ORDER, "alice", SHIPMENT, carrier, trackingNumber, List.of(lines));
    }

    private static List<Pair> inventory() {
        return List.of(
                both(new StockReserved(ORDER)),
                new Pair(
                        new StockRejected(ORDER, List.of()),
                        new StockRejected(ORDER, List.of("TIDE-1", "TIDE-2"))),
                both(new StockReleased(ORDER)));
    }

    private static List<Pair> payments() {
        return List.of(
                both(new PaymentCaptured(ORDER, PAYMENT, PRICE)),
                both(new PaymentDeclined(ORDER, PAYMENT, "insufficient_funds")),
                both(new PaymentInDoubt(ORDER, PAYMENT)),
                new Pair(
                        new PaymentClosed(ORDER, "NEVER_CHARGED", YEN),
                        new PaymentClosed(ORDER, "REFUNDED", PRICE)),
                both(new RefundSucceeded(ORDER, REFUND, PRICE)),
                both(new RefundFailed(ORDER, REFUND, "expired")));
    }

    private static Pair both(DomainEvent event) {
        return new Pair(event, event);
    }
}
