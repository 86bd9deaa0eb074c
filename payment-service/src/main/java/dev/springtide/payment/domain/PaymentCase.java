package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import dev.springtide.payment.domain.ProviderAnswer.Canceled;
import dev.springtide.payment.domain.ProviderAnswer.Captured;
import dev.springtide.payment.domain.ProviderAnswer.Declined;
import dev.springtide.payment.domain.ProviderAnswer.InDoubt;
import dev.springtide.payment.domain.ProviderAnswer.NeverLeft;
import dev.springtide.payment.domain.ProviderAnswer.RefundRefused;
import dev.springtide.payment.domain.ProviderAnswer.Refunded;
import dev.springtide.payment.domain.ProviderAnswer.VoidRefused;
import dev.springtide.payment.domain.ProviderAnswer.Voided;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment with all its operations while one transaction holds their locks: the only place that
 * changes them. Everything may be told any number of times and in any order; facts about a key
 * count whoever brings them, silence counts only from the try that is awaited.
 */
public final class PaymentCase {

    /** Why a refund of a cancelled payment is refused: its cancellation gives everything back. */
    static final String CANCELLED = "payment_cancelled";

    private final @Nullable Payment storedPayment;
    private final List<Operation> storedOperations;
    private final CaseFile file;

    private PaymentCase(
            @Nullable Payment storedPayment, List<Operation> storedOperations, CaseFile file) {
        this.storedPayment = storedPayment;
        this.storedOperations = storedOperations;
        this.file = file;
    }

    /** A payment nobody asked for before: its charge is due. */
    public static PaymentCase opened(Payment payment) {
        return new PaymentCase(
                null, List.of(), new CaseFile(payment, List.of(Operation.charge(payment))));
    }

    /** A cancellation that came before the request: there is nothing to undo, now or later. */
    public static PaymentCase cancelledBeforeRequested(
            UUID orderId,
            UUID id,
            String customerId,
            Currency currency,
            @Nullable String trace,
            long orderVersion) {
        Payment tombstone =
                Payment.tombstone(orderId, id, customerId, currency, trace, orderVersion);
        CaseFile file = new CaseFile(tombstone, List.of());
        Cancellation.pursue(file);
        return new PaymentCase(null, List.of(), file);
    }

    /** As stored. */
    public static PaymentCase of(Payment payment, Collection<Operation> operations) {
        return new PaymentCase(payment, List.copyOf(operations), new CaseFile(payment, operations));
    }

    public Payment payment() {
        return file.payment();
    }

    public List<Operation> operations() {
        return List.copyOf(file.operations());
    }

    public boolean isNew() {
        return storedPayment == null;
    }

    public boolean paymentChanged() {
        return !file.payment().equals(storedPayment);
    }

    /** Operations that are not stored yet. */
    public List<Operation> addedOperations() {
        return file.operations().stream().filter(o -> !isStored(o)).toList();
    }

    /** Stored operations that are different now. */
    public List<Operation> changedOperations() {
        return file.operations().stream()
                .filter(o -> isStored(o) && !storedOperations.contains(o))
                .toList();
    }

    /** How many of the notices were announced before. */
    public int repeats() {
        return storedPayment == null
                ? 0
                : payment().asked().repeats() - storedPayment.asked().repeats();
    }

    /** What the order has to learn, in order. */
    public List<PaymentNotice> notices() {
        return List.copyOf(file.notices());
    }

    /**
     * Cancelled, not closed, and nothing left to try: an operator has to undo it at the provider.
     */
    public boolean isStuck() {
        return payment().cancelRequested()
                && !payment().closed()
                && file.operations().stream().noneMatch(o -> o.isDue() || o.leased());
    }

    /**
     * The request came again, or after its cancellation: nothing is charged for it, but what was
     * decided is told again to an order that asks anew.
     *
     * @param orderVersion the order's version when it asked
     */
    public void requestedAgain(Money amount, long orderVersion) {
        if (payment().isTombstone()) {
            file.become(payment().requestedTooLate(amount));
        }
        if (file.asksAnew(orderVersion)) {
            StoredAnswers.ofCharge(file);
        }
    }

    /**
     * Undoes the payment whatever became of it and whatever may still become of it.
     *
     * @param orderVersion the order's version when it asked
     */
    public void cancel(long orderVersion) {
        boolean anew = file.asksAnew(orderVersion);
        if (!payment().cancelRequested()) {
            file.become(payment().cancelling());
            Cancellation.pursue(file);
        } else if (anew) {
            StoredAnswers.ofCancellation(file);
        }
    }

    /**
     * Gives a part back, once for each refund id; a refund that cannot be is answered at once.
     *
     * @param orderVersion the order's version when it asked
     */
    public void refund(UUID refundId, Money amount, long orderVersion) {
        boolean anew = file.asksAnew(orderVersion);
        Operation refund = Operation.refund(payment(), refundId, amount);
        Operation known = file.operation(refund.providerKey());
        if (known != null) {
            if (anew) {
                StoredAnswers.ofRefund(file, known);
            }
            return;
        }
        String refusal = refusal(amount);
        file.put(refusal == null ? refund : refund.refused(refusal));
        if (refusal != null) {
            file.announce(new PaymentFact.RefundFailed(refundId, refusal));
        }
    }

    /**
     * Takes in what is known of a try.
     *
     * @param attempt the try that is reported; facts count for any
     * @param retryIn when to try again if the answer leaves the operation open
     * @throws IllegalPaymentTransitionException when the provider contradicts what is known; the
     *     operation is given up and nothing else has changed
     */
    public void settle(String providerKey, int attempt, ProviderAnswer answer, Duration retryIn) {
        Operation operation = file.operation(providerKey);
        if (operation == null) {
            return;
        }
        try {
            take(operation, attempt, answer, retryIn);
        } catch (IllegalPaymentTransitionException contradiction) {
            file.put(operation.failed());
            throw contradiction;
        }
        Cancellation.pursue(file);
    }

    private void take(Operation operation, int attempt, ProviderAnswer answer, Duration retryIn) {
        boolean awaited = operation.leased() && operation.attempts() == attempt;
        switch (answer) {
            case Captured() -> finish(operation, PaymentTrigger.CAPTURED);
            case Declined(String code) -> decline(operation, code);
            case Canceled() -> stopped(operation, PaymentTrigger.PREVENTED, "canceled");
            case Voided() -> stopped(operation, PaymentTrigger.VOIDED, "voided");
            case VoidRefused() -> {
                file.apply(PaymentTrigger.CAPTURED);
                file.put(operation.failed());
            }
            case Refunded() -> refunded(operation);
            case RefundRefused(String reason) -> refundRefused(operation, reason);
            case InDoubt(String cause) -> {
                if (awaited) {
                    leftInDoubt(operation, retryIn);
                }
            }
            case NeverLeft(String cause) -> {
                if (awaited) {
                    file.put(operation.unsent(retryIn));
                }
            }
        }
    }

    private void finish(Operation operation, PaymentTrigger trigger) {
        file.apply(trigger);
        file.put(operation.done());
    }

    private void decline(Operation operation, String code) {
        file.decline(code);
        file.put(operation.done());
    }

    /** Without our asking for it, a stopped charge is a declined one to the order. */
    private void stopped(Operation operation, PaymentTrigger trigger, String code) {
        if (payment().cancelRequested()) {
            finish(operation, trigger);
        } else {
            decline(operation, code);
        }
    }

    private void leftInDoubt(Operation operation, Duration retryIn) {
        if (operation.kind() == OperationKind.CHARGE) {
            file.apply(PaymentTrigger.LEFT_IN_DOUBT);
        }
        file.put(operation.doubtful(retryIn));
    }

    private void refunded(Operation refund) {
        if (refund.status() == OperationStatus.DONE) {
            return;
        }
        Money rest = payment().refundable().minus(refund.amount());
        if (rest.isNegative()) {
            throw new IllegalPaymentTransitionException(
                    payment().orderId(), payment().status(), PaymentTrigger.FULLY_REFUNDED);
        }
        file.refund(
                rest.minor() == 0 ? PaymentTrigger.FULLY_REFUNDED : PaymentTrigger.PARTLY_REFUNDED,
                payment().refundedMinor() + refund.amount().minor());
        file.put(refund.done());
        if (refund.refundId() != null) {
            file.announce(new PaymentFact.RefundSucceeded(refund.refundId(), refund.amount()));
        }
    }

    private void refundRefused(Operation refund, String reason) {
        if (!refund.isDue()) {
            return;
        }
        file.put(refund.refused(reason));
        if (refund.refundId() != null) {
            file.announce(new PaymentFact.RefundFailed(refund.refundId(), reason));
        }
    }

    private @Nullable String refusal(Money amount) {
        if (payment().cancelRequested()) {
            return CANCELLED;
        }
        if (!amount.currency().equals(payment().amount().currency())) {
            return "currency_mismatch";
        }
        long free = payment().refundable().minor() - file.openRefunds();
        return amount.minor() <= 0 || amount.minor() > free ? "exceeds_captured" : null;
    }

    private boolean isStored(Operation operation) {
        return storedOperations.stream()
                .anyMatch(stored -> stored.providerKey().equals(operation.providerKey()));
    }
}
