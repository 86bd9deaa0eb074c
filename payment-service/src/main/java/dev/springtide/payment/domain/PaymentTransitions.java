package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.OutboundEvent.PAYMENT_CAPTURED;
import static dev.springtide.payment.domain.OutboundEvent.PAYMENT_DECLINED;
import static dev.springtide.payment.domain.OutboundEvent.PAYMENT_IN_DOUBT;
import static dev.springtide.payment.domain.PaymentStatus.CAPTURED;
import static dev.springtide.payment.domain.PaymentStatus.DECLINED;
import static dev.springtide.payment.domain.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.springtide.payment.domain.PaymentStatus.PENDING;
import static dev.springtide.payment.domain.PaymentStatus.REFUNDED;
import static dev.springtide.payment.domain.PaymentStatus.UNKNOWN;
import static dev.springtide.payment.domain.PaymentStatus.VOIDED;
import static dev.springtide.payment.domain.PaymentTrigger.FULLY_REFUNDED;
import static dev.springtide.payment.domain.PaymentTrigger.LEFT_IN_DOUBT;
import static dev.springtide.payment.domain.PaymentTrigger.PARTLY_REFUNDED;
import static dev.springtide.payment.domain.PaymentTrigger.PREVENTED;

import dev.springtide.payment.domain.TransitionResult.AlreadyApplied;
import dev.springtide.payment.domain.TransitionResult.Moved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table of a payment's life: status × trigger → status, events. A pair is a move, a
 * duplicate or late word ({@link AlreadyApplied}), or illegal; there is nothing else.
 *
 * <p>A cancellation is no status: it is a wish that sticks to the payment and is pursued through
 * these moves by {@link PaymentCase}.
 */
public final class PaymentTransitions {

    private static final List<Moved> MOVES =
            List.of(
                    move(PENDING, PaymentTrigger.CAPTURED, CAPTURED, PAYMENT_CAPTURED),
                    move(PENDING, PaymentTrigger.DECLINED, DECLINED, PAYMENT_DECLINED),
                    move(PENDING, LEFT_IN_DOUBT, UNKNOWN, PAYMENT_IN_DOUBT),
                    move(PENDING, PREVENTED, VOIDED),
                    move(PENDING, PaymentTrigger.VOIDED, VOIDED, PAYMENT_CAPTURED),
                    move(UNKNOWN, PaymentTrigger.CAPTURED, CAPTURED, PAYMENT_CAPTURED),
                    move(UNKNOWN, PaymentTrigger.DECLINED, DECLINED, PAYMENT_DECLINED),
                    move(UNKNOWN, PREVENTED, VOIDED),
                    move(UNKNOWN, PaymentTrigger.VOIDED, VOIDED, PAYMENT_CAPTURED),
                    move(CAPTURED, PaymentTrigger.VOIDED, VOIDED),
                    move(CAPTURED, PARTLY_REFUNDED, PARTIALLY_REFUNDED),
                    move(CAPTURED, FULLY_REFUNDED, REFUNDED),
                    move(PARTIALLY_REFUNDED, PARTLY_REFUNDED, PARTIALLY_REFUNDED),
                    move(PARTIALLY_REFUNDED, FULLY_REFUNDED, REFUNDED));

    private static final Map<PaymentStatus, Set<PaymentTrigger>> ALREADY_APPLIED =
            Map.of(
                    PENDING,
                    Set.of(),
                    UNKNOWN,
                    Set.of(LEFT_IN_DOUBT),
                    CAPTURED,
                    Set.of(PaymentTrigger.CAPTURED, LEFT_IN_DOUBT),
                    PARTIALLY_REFUNDED,
                    Set.of(PaymentTrigger.CAPTURED, LEFT_IN_DOUBT),
                    REFUNDED,
                    Set.of(PaymentTrigger.CAPTURED, LEFT_IN_DOUBT, FULLY_REFUNDED),
                    DECLINED,
                    Set.of(PaymentTrigger.DECLINED, LEFT_IN_DOUBT, PREVENTED),
                    VOIDED,
                    Set.of(
                            PaymentTrigger.CAPTURED,
                            LEFT_IN_DOUBT,
                            PREVENTED,
                            PaymentTrigger.VOIDED));

    private record Cell(PaymentStatus from, PaymentTrigger trigger) {}

    private static final Map<Cell, Moved> BY_CELL =
            MOVES.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    moved -> new Cell(moved.from(), moved.trigger()),
                                    Function.identity()));

    private PaymentTransitions() {}

    /** What the trigger does to a payment in this status. */
    public static TransitionResult apply(UUID orderId, PaymentStatus from, PaymentTrigger trigger) {
        Moved moved = BY_CELL.get(new Cell(from, trigger));
        if (moved != null) {
            return moved;
        }
        if (ALREADY_APPLIED.getOrDefault(from, Set.of()).contains(trigger)) {
            return new AlreadyApplied(from, trigger);
        }
        throw new IllegalPaymentTransitionException(orderId, from, trigger);
    }

    /** All moves, in the order of a payment's life. */
    public static List<Moved> moves() {
        return MOVES;
    }

    private static Moved move(
            PaymentStatus from, PaymentTrigger trigger, PaymentStatus to, OutboundEvent... events) {
        return new Moved(from, trigger, to, List.of(events));
    }
}
