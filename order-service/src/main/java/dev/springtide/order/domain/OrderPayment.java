package dev.springtide.order.domain;

import static dev.springtide.order.domain.PaymentStatus.CAPTURED;
import static dev.springtide.order.domain.PaymentStatus.DECLINED;
import static dev.springtide.order.domain.PaymentStatus.NONE;
import static dev.springtide.order.domain.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.springtide.order.domain.PaymentStatus.PENDING;
import static dev.springtide.order.domain.PaymentStatus.REFUNDED;
import static dev.springtide.order.domain.PaymentStatus.UNKNOWN;
import static dev.springtide.order.domain.PaymentStatus.VOIDED;

import dev.springtide.money.Money;
import java.util.Currency;

/**
 * What the order knows of its payment. Facts may come late, twice and out of order: each method is
 * idempotent, a weaker fact never overwrites a stronger one (closed over captured over declined
 * over in doubt over requested), and {@code refunded} never exceeds {@code captured}.
 *
 * @param captured what was charged, ever
 * @param refunded what was given back, by refunds and by the close
 * @param settled whether the payment was closed: final, no money moves any more
 */
public record OrderPayment(PaymentStatus status, Money captured, Money refunded, boolean settled) {

    public static OrderPayment none(Currency currency) {
        return new OrderPayment(NONE, Money.zero(currency), Money.zero(currency), false);
    }

    OrderPayment requested() {
        return status == NONE ? withStatus(PENDING) : this;
    }

    OrderPayment inDoubt() {
        return status == PENDING ? withStatus(UNKNOWN) : this;
    }

    OrderPayment declined() {
        return captured.minor() == 0 ? withStatus(DECLINED) : this;
    }

    OrderPayment captured(Money amount) {
        OrderPayment charged = new OrderPayment(status, amount, refunded, settled);
        return settled ? charged : charged.withStatus(charged.statusByAmounts());
    }

    /** A refund that succeeded; what a closed payment gave back is already the whole. */
    OrderPayment refunded(Money amount) {
        if (settled) {
            return this;
        }
        OrderPayment after = new OrderPayment(status, captured, refunded.plus(amount), false);
        return after.withStatus(after.statusByAmounts());
    }

    /**
     * The payment was closed.
     *
     * @param given everything given back, earlier refunds included; at least that was charged, even
     *     if no capture was ever announced (a void can overtake the answer to the charge)
     */
    OrderPayment closed(PaymentOutcome outcome, Money given) {
        if (settled) {
            return this;
        }
        Money charged = given.minus(captured).isNegative() ? captured : given;
        return new OrderPayment(statusByOutcome(outcome), charged, given, true);
    }

    private PaymentStatus statusByOutcome(PaymentOutcome outcome) {
        return switch (outcome) {
            case VOIDED -> VOIDED;
            case REFUNDED -> REFUNDED;
            case NEVER_CHARGED -> status == DECLINED ? DECLINED : VOIDED;
        };
    }

    private PaymentStatus statusByAmounts() {
        if (refunded.minor() == 0) {
            return CAPTURED;
        }
        return captured.minus(refunded).minor() > 0 ? PARTIALLY_REFUNDED : REFUNDED;
    }

    private OrderPayment withStatus(PaymentStatus next) {
        return new OrderPayment(next, captured, refunded, settled);
    }
}
