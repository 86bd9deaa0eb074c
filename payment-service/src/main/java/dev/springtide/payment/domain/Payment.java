package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order. Never {@code refundedMinor} above {@code capturedMinor} above the
 * amount.
 *
 * @param id part of every provider key of this payment
 * @param amount zero for a tombstone: a cancellation came and no request yet
 * @param token encrypted; null as soon as the charge is decided
 * @param cancelRequested sticks for ever
 * @param closedAs set once, when the cancellation is done
 * @param asked how often the order has asked
 * @param version how many facts were announced
 */
public record Payment(
        UUID orderId,
        UUID id,
        String customerId,
        Money amount,
        @Nullable String token,
        PaymentStatus status,
        long capturedMinor,
        long refundedMinor,
        boolean cancelRequested,
        @Nullable CloseOutcome closedAs,
        @Nullable String declineCode,
        @Nullable String traceparent,
        Asked asked,
        long version) {

    public static Payment requested(
            UUID orderId,
            UUID id,
            String customerId,
            Money amount,
            String token,
            @Nullable String traceparent,
            long orderVersion) {
        return new Payment(
                orderId,
                id,
                customerId,
                amount,
                token,
                PaymentStatus.PENDING,
                0,
                0,
                false,
                null,
                null,
                traceparent,
                Asked.at(orderVersion),
                0);
    }

    /**
     * The mark a cancellation leaves when it is first: whatever is requested later is not charged.
     */
    static Payment tombstone(
            UUID orderId,
            UUID id,
            String customerId,
            Currency currency,
            @Nullable String trace,
            long orderVersion) {
        return new Payment(
                orderId,
                id,
                customerId,
                Money.zero(currency),
                null,
                PaymentStatus.VOIDED,
                0,
                0,
                true,
                null,
                null,
                trace,
                Asked.at(orderVersion),
                0);
    }

    public boolean isTombstone() {
        return cancelRequested && amount.minor() == 0;
    }

    public boolean closed() {
        return closedAs != null;
    }

    public Money captured() {
        return new Money(capturedMinor, amount.currency());
    }

    public Money refunded() {
        return new Money(refundedMinor, amount.currency());
    }

    Money refundable() {
        return captured().minus(refunded());
    }

    boolean neverCaptured() {
        return capturedMinor == 0;
    }

    /** A charge that is decided needs the token no more. */
    Payment decided(PaymentStatus to, long captured, long refunded, @Nullable String code) {
        return new Payment(
                orderId,
                id,
                customerId,
                amount,
                null,
                to,
                captured,
                refunded,
                cancelRequested,
                closedAs,
                code,
                traceparent,
                asked,
                version);
    }

    Payment inDoubt() {
        return new Payment(
                orderId,
                id,
                customerId,
                amount,
                token,
                PaymentStatus.UNKNOWN,
                capturedMinor,
                refundedMinor,
                cancelRequested,
                closedAs,
                declineCode,
                traceparent,
                asked,
                version);
    }

    Payment cancelling() {
        return marked(amount, true, closedAs, asked, version);
    }

    Payment closedAs(CloseOutcome outcome) {
        return marked(amount, cancelRequested, outcome, asked, version);
    }

    Payment nextVersion() {
        return marked(amount, cancelRequested, closedAs, asked, version + 1);
    }

    /** A request that came after its cancellation is remembered, not charged. */
    Payment requestedTooLate(Money requested) {
        return marked(requested, cancelRequested, closedAs, asked, version);
    }

    Payment asked(Asked now) {
        return marked(amount, cancelRequested, closedAs, now, version);
    }

    private Payment marked(
            Money newAmount,
            boolean cancel,
            @Nullable CloseOutcome outcome,
            Asked askedNow,
            long newVersion) {
        return new Payment(
                orderId,
                id,
                customerId,
                newAmount,
                token,
                status,
                capturedMinor,
                refundedMinor,
                cancel,
                outcome,
                declineCode,
                traceparent,
                askedNow,
                newVersion);
    }
}
