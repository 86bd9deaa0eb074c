package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderStatus.CANCELLED;
import static dev.springtide.order.domain.OrderStatus.CANCELLING;
import static dev.springtide.order.domain.OrderStatus.COMPLETED;
import static dev.springtide.order.domain.OrderStatus.CONFIRMED;
import static dev.springtide.order.domain.OrderStatus.PENDING;
import static dev.springtide.order.domain.OrderStatus.REJECTED;
import static dev.springtide.order.domain.OrderStatus.RESERVED;
import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_REQUESTED;
import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_SETTLED;
import static dev.springtide.order.domain.OrderTrigger.FULFILLED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_CAPTURED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_DEADLINE_PASSED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_DECLINED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_DEADLINE_PASSED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_REJECTED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_RESERVED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CANCELLED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_COMPLETED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CONFIRMED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_PAID;
import static dev.springtide.order.domain.OutboundEvent.ORDER_REJECTED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_SHIPPED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_CANCEL_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.STOCK_RELEASE_REQUESTED;

import dev.springtide.order.domain.TransitionResult.AlreadyApplied;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of an order's life: status × trigger → status, events. A pair is a move, a
 * duplicate or late outcome ({@link AlreadyApplied}), or illegal; there is nothing else.
 *
 * <p>Every way off the paid path asks for both compensations whatever is known at that moment,
 * because both are sticky: what succeeds later is undone by whoever made it succeed. Only {@code
 * OUT_OF_STOCK} asks for none: nothing was held, and no payment was ever requested.
 */
public final class OrderTransitions {

    private static final List<Moved> MOVES =
            List.of(
                    move(PENDING, STOCK_RESERVED, RESERVED, null, PAYMENT_REQUESTED),
                    move(
                            PENDING,
                            STOCK_REJECTED,
                            REJECTED,
                            RejectionReason.OUT_OF_STOCK,
                            ORDER_REJECTED),
                    rejectAndUndo(PENDING, STOCK_DEADLINE_PASSED, RejectionReason.STOCK_TIMEOUT),
                    cancel(PENDING),
                    move(RESERVED, PAYMENT_CAPTURED, CONFIRMED, null, ORDER_PAID, ORDER_CONFIRMED),
                    rejectAndUndo(RESERVED, PAYMENT_DECLINED, RejectionReason.PAYMENT_DECLINED),
                    rejectAndUndo(
                            RESERVED, PAYMENT_DEADLINE_PASSED, RejectionReason.PAYMENT_TIMEOUT),
                    cancel(RESERVED),
                    cancel(CONFIRMED),
                    move(CONFIRMED, FULFILLED, COMPLETED, null, ORDER_SHIPPED, ORDER_COMPLETED),
                    move(CANCELLING, CANCELLATION_SETTLED, CANCELLED, null, ORDER_CANCELLED));

    private static final Map<OrderStatus, Set<OrderTrigger>> ALREADY_APPLIED =
            Map.of(
                    PENDING,
                    Set.of(),
                    RESERVED,
                    Set.of(STOCK_RESERVED, STOCK_DEADLINE_PASSED),
                    CONFIRMED,
                    Set.of(
                            STOCK_RESERVED,
                            STOCK_DEADLINE_PASSED,
                            PAYMENT_CAPTURED,
                            PAYMENT_DEADLINE_PASSED),
                    COMPLETED,
                    Set.of(
                            STOCK_RESERVED,
                            STOCK_DEADLINE_PASSED,
                            PAYMENT_CAPTURED,
                            PAYMENT_DEADLINE_PASSED,
                            FULFILLED),
                    REJECTED,
                    Set.of(
                            STOCK_RESERVED,
                            STOCK_REJECTED,
                            STOCK_DEADLINE_PASSED,
                            PAYMENT_CAPTURED,
                            PAYMENT_DECLINED,
                            PAYMENT_DEADLINE_PASSED,
                            CANCELLATION_SETTLED),
                    CANCELLING,
                    Set.of(
                            STOCK_RESERVED,
                            STOCK_REJECTED,
                            STOCK_DEADLINE_PASSED,
                            PAYMENT_CAPTURED,
                            PAYMENT_DECLINED,
                            PAYMENT_DEADLINE_PASSED,
                            CANCELLATION_REQUESTED),
                    CANCELLED,
                    Set.of(
                            STOCK_RESERVED,
                            STOCK_REJECTED,
                            STOCK_DEADLINE_PASSED,
                            PAYMENT_CAPTURED,
                            PAYMENT_DECLINED,
                            PAYMENT_DEADLINE_PASSED,
                            CANCELLATION_REQUESTED,
                            CANCELLATION_SETTLED));

    private record Cell(OrderStatus from, OrderTrigger trigger) {}

    private static final Map<Cell, Moved> BY_CELL =
            MOVES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    moved -> new Cell(moved.from(), moved.trigger()),
                                    Function.identity()));

    private OrderTransitions() {}

    /** What the trigger does to an order in this status. */
    public static TransitionResult apply(OrderId id, OrderStatus from, OrderTrigger trigger) {
        Moved moved = BY_CELL.get(new Cell(from, trigger));
        if (moved != null) {
            return moved;
        }
        if (ALREADY_APPLIED.getOrDefault(from, Set.of()).contains(trigger)) {
            return new AlreadyApplied(from, trigger);
        }
        throw new IllegalOrderTransitionException(id, from, trigger);
    }

    /** All moves, in the order of an order's life. */
    public static List<Moved> moves() {
        return MOVES;
    }

    private static Moved cancel(OrderStatus from) {
        return move(
                from,
                CANCELLATION_REQUESTED,
                CANCELLING,
                null,
                STOCK_RELEASE_REQUESTED,
                PAYMENT_CANCEL_REQUESTED);
    }

    private static Moved rejectAndUndo(
            OrderStatus from, OrderTrigger trigger, RejectionReason reason) {
        return move(
                from,
                trigger,
                REJECTED,
                reason,
                STOCK_RELEASE_REQUESTED,
                PAYMENT_CANCEL_REQUESTED,
                ORDER_REJECTED);
    }

    private static Moved move(
            OrderStatus from,
            OrderTrigger trigger,
            OrderStatus to,
            @Nullable RejectionReason reason,
            OutboundEvent... events) {
        return new Moved(from, trigger, to, reason, List.of(events));
    }
}
