package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of the provider under one key, however often it has to be asked.
 *
 * @param providerKey the same for ever: the provider acts on it at most once
 * @param refundId the order's refund; null for charge, void and the refund of a cancellation
 * @param inDoubt an earlier try may have had its effect
 * @param attempts tries begun
 * @param leased a worker is at it, or died at it
 * @param nextTryIn how long to wait from now on; null to leave the time as it is
 * @param refusal why a refund was refused, as the order was told
 */
public record Operation(
        String providerKey,
        UUID orderId,
        OperationKind kind,
        @Nullable UUID refundId,
        Money amount,
        OperationStatus status,
        boolean inDoubt,
        int attempts,
        boolean leased,
        @Nullable Duration nextTryIn,
        @Nullable String refusal) {

    static Operation charge(Payment payment) {
        return due(
                ProviderKeys.charge(payment.id()),
                payment,
                OperationKind.CHARGE,
                null,
                payment.amount());
    }

    static Operation voiding(Payment payment) {
        return due(
                ProviderKeys.voiding(payment.id()),
                payment,
                OperationKind.VOID,
                null,
                payment.amount());
    }

    static Operation refund(Payment payment, UUID refundId, Money amount) {
        return due(
                ProviderKeys.refund(payment.id(), refundId),
                payment,
                OperationKind.REFUND,
                refundId,
                amount);
    }

    static Operation cancelRefund(Payment payment) {
        return due(
                ProviderKeys.cancelRefund(payment.id()),
                payment,
                OperationKind.REFUND,
                null,
                payment.refundable());
    }

    public boolean isDue() {
        return status == OperationStatus.DUE;
    }

    /** No try can have reached the provider, and none is on its way. */
    boolean neverLeft() {
        return !inDoubt && !leased;
    }

    Operation done() {
        return with(OperationStatus.DONE, false, false, null);
    }

    Operation failed() {
        return with(OperationStatus.FAILED, false, false, null);
    }

    /** A refund that will not be, and why. */
    Operation refused(String reason) {
        Operation failed = failed();
        return new Operation(
                failed.providerKey,
                failed.orderId,
                failed.kind,
                failed.refundId,
                failed.amount,
                failed.status,
                failed.inDoubt,
                failed.attempts,
                failed.leased,
                failed.nextTryIn,
                reason);
    }

    /** Not to be tried again; what is on its way may still be answered. */
    Operation givenUp() {
        return with(OperationStatus.FAILED, inDoubt, leased, null);
    }

    Operation doubtful(Duration wait) {
        return with(status, true, false, wait);
    }

    Operation unsent(Duration wait) {
        return with(status, inDoubt, false, wait);
    }

    private static Operation due(
            String key, Payment payment, OperationKind kind, @Nullable UUID refundId, Money sum) {
        return new Operation(
                key,
                payment.orderId(),
                kind,
                refundId,
                sum,
                OperationStatus.DUE,
                false,
                0,
                false,
                Duration.ZERO,
                null);
    }

    private Operation with(
            OperationStatus newStatus, boolean doubt, boolean lease, @Nullable Duration wait) {
        return new Operation(
                providerKey,
                orderId,
                kind,
                refundId,
                amount,
                newStatus,
                doubt,
                attempts,
                lease,
                wait,
                refusal);
    }
}
