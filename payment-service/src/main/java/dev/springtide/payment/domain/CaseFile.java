package dev.springtide.payment.domain;

import dev.springtide.payment.domain.TransitionResult.AlreadyApplied;
import dev.springtide.payment.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state a {@link PaymentCase} works on: the one door to the transition table. */
final class CaseFile {

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<PaymentNotice> notices = new ArrayList<>();
    private Payment payment;

    CaseFile(Payment payment, Collection<Operation> operations) {
        this.payment = payment;
        operations.forEach(this::put);
    }

    Payment payment() {
        return payment;
    }

    void become(Payment changed) {
        payment = changed;
    }

    Collection<Operation> operations() {
        return operations.values();
    }

    @Nullable Operation operation(String providerKey) {
        return operations.get(providerKey);
    }

    void put(Operation operation) {
        operations.put(operation.providerKey(), operation);
    }

    void putIfAbsent(Operation operation) {
        operations.putIfAbsent(operation.providerKey(), operation);
    }

    List<PaymentNotice> notices() {
        return notices;
    }

    long openRefunds() {
        return operations.values().stream()
                .filter(o -> o.kind() == OperationKind.REFUND && o.isDue())
                .mapToLong(o -> o.amount().minor())
                .sum();
    }

    void apply(PaymentTrigger trigger) {
        apply(trigger, null, payment.refundedMinor());
    }

    void decline(String code) {
        apply(PaymentTrigger.DECLINED, code, payment.refundedMinor());
    }

    void refund(PaymentTrigger trigger, long refundedMinor) {
        apply(trigger, null, refundedMinor);
    }

    void announce(PaymentFact fact) {
        payment = payment.nextVersion();
        notices.add(notice(fact));
    }

    /** A fact that was announced before: no new version. */
    void announceAgain(PaymentFact fact) {
        payment = payment.asked(payment.asked().answered());
        notices.add(notice(fact));
    }

    /** Whether the order asks anew, which is noted; a request that is delivered twice does not. */
    boolean asksAnew(long orderVersion) {
        if (orderVersion <= payment.asked().latest()) {
            return false;
        }
        payment = payment.asked(payment.asked().again(orderVersion));
        return true;
    }

    private PaymentNotice notice(PaymentFact fact) {
        return new PaymentNotice(
                payment.orderId(), payment.id(), payment.version(), payment.traceparent(), fact);
    }

    private void apply(PaymentTrigger trigger, @Nullable String code, long refundedMinor) {
        refuseMoneyAfterNothing(trigger);
        switch (PaymentTransitions.apply(payment.orderId(), payment.status(), trigger)) {
            case Moved moved -> {
                payment = moved(moved, code, refundedMinor);
                moved.events().forEach(event -> announce(fact(event)));
            }
            case AlreadyApplied already -> {}
        }
    }

    /** VOIDED stands for two ends; the table cannot see that a prevented charge has no money. */
    private void refuseMoneyAfterNothing(PaymentTrigger trigger) {
        boolean money = trigger == PaymentTrigger.CAPTURED || trigger == PaymentTrigger.VOIDED;
        if (money && payment.status() == PaymentStatus.VOIDED && payment.neverCaptured()) {
            throw new IllegalPaymentTransitionException(
                    payment.orderId(), payment.status(), trigger);
        }
    }

    private Payment moved(Moved moved, @Nullable String code, long refundedMinor) {
        long amount = payment.amount().minor();
        return switch (moved.trigger()) {
            case LEFT_IN_DOUBT -> payment.inDoubt();
            case CAPTURED -> payment.decided(moved.to(), amount, 0, null);
            case DECLINED, PREVENTED -> payment.decided(moved.to(), 0, 0, code);
            case VOIDED -> payment.decided(moved.to(), amount, amount, null);
            case PARTLY_REFUNDED, FULLY_REFUNDED ->
                    payment.decided(moved.to(), payment.capturedMinor(), refundedMinor, null);
        };
    }

    private PaymentFact fact(OutboundEvent event) {
        String code = payment.declineCode();
        return switch (event) {
            case PAYMENT_CAPTURED -> new PaymentFact.Captured(payment.captured());
            case PAYMENT_DECLINED -> new PaymentFact.Declined(code == null ? "declined" : code);
            case PAYMENT_IN_DOUBT -> new PaymentFact.InDoubt();
        };
    }
}
