package dev.springtide.order.domain;

import dev.springtide.money.Money;
import java.util.List;
import java.util.UUID;

/** Orders as the saga sees them, for tests. */
public final class OrderFixtures {

    public static final OrderId ID =
            new OrderId(UUID.fromString("0199aa00-0000-7000-8000-000000000001"));
    public static final Money TOTAL = Money.of("30.00", "EUR");

    /** Ordered three times in every order. */
    static final Sku TEA = new Sku("TEA");

    /** Ordered once in every order. */
    static final Sku CUP = new Sku("CUP");

    private OrderFixtures() {}

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static OrderState placed() {
        return state(OrderStatus.PENDING, OrderPayment.none(TOTAL.currency()), false);
    }

    static OrderState reserved() {
        return state(OrderStatus.RESERVED, OrderPayment.none(TOTAL.currency()).requested(), false);
    }

    static OrderState confirmed() {
        return state(OrderStatus.CONFIRMED, reserved().payment().captured(TOTAL), false);
    }

    static OrderState in(OrderStatus status) {
        return state(status, confirmed().payment(), false);
    }

    /** The same order past its deadline. */
    static OrderState overdue(OrderState order) {
        return state(order.status(), order.payment(), true);
    }

    /** The same order when it is time to ask again. */
    static OrderState unanswered(OrderState order) {
        OrderHeader header = new OrderHeader(ID, "alice", TOTAL, false, true);
        return new OrderState(
                header,
                order.status(),
                order.reason(),
                order.cancelReason(),
                order.payment(),
                order.fulfillment(),
                order.stockSettled(),
                order.refunds(),
                order.version());
    }

    static OrderState after(OrderState start, OrderInput... inputs) {
        OrderState order = start;
        for (OrderInput input : inputs) {
            order = OrderDecisions.decide(order, input).after();
        }
        return order;
    }

    private static OrderState state(OrderStatus status, OrderPayment payment, boolean overdue) {
        OrderHeader header = new OrderHeader(ID, "alice", TOTAL, overdue, false);
        OrderFulfillment fulfillment =
                new OrderFulfillment(
                        FulfillmentStatus.UNFULFILLED,
                        List.of(
                                new OrderFulfillment.Line(TEA, 3, 0),
                                new OrderFulfillment.Line(CUP, 1, 0)));
        return new OrderState(
                header, status, null, null, payment, fulfillment, false, List.of(), 1);
    }
}
