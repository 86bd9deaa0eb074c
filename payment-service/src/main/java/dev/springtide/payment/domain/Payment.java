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
        long version) {

    public static Payment requested(
            UUID orderId,
            UUID id,
            String customerId,
            Money amount,
            String token,
            @Nullable String traceparent) {
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
                0);
    }

    /**
     * The mark a cancellation leaves when it is first: whatever is requested later is not charged.
     */
    static Payment tombstone(
            UUID orderId, UUID id, String customerId, Currency currency, @Nullable String trace) {
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
                version);
    }

    Payment cancelling() {
        return marked(amount, true, closedAs, version);
    }

    Payment closedAs(CloseOutcome outcome) {
        return marked(amount, cancelRequested, outcome, version);
    }

    Payment nextVersion() {
        return marked(amount, cancelRequested, closedAs, version + 1);
    }

    /** A request that came after its cancellation is remembered, not charged. */
    Payment requestedTooLate(Money requested) {
        return marked(requested, cancelRequested, closedAs, version);
    }

    private Payment marked(
            Money newAmount, boolean cancel, @Nullable CloseOutcome outcome, long newVersion) {
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
                newVersion);
    }
}
