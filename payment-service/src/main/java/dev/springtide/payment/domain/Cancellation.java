package dev.springtide.payment.domain;

/** Pursues the wish that a payment be undone, one step after every fact, until it is closed. */
final class Cancellation {

    private Cancellation() {}

    static void pursue(CaseFile file) {
        Payment payment = file.payment();
        if (!payment.cancelRequested() || payment.closed()) {
            return;
        }
        switch (payment.status()) {
            case PENDING, UNKNOWN -> stopCharge(file);
            case CAPTURED, PARTIALLY_REFUNDED -> giveBack(file);
            case REFUNDED -> close(file, CloseOutcome.REFUNDED);
            case DECLINED -> close(file, CloseOutcome.NEVER_CHARGED);
            case VOIDED ->
                    close(
                            file,
                            payment.neverCaptured()
                                    ? CloseOutcome.NEVER_CHARGED
                                    : CloseOutcome.VOIDED);
        }
    }

    /**
     * A charge that never left is simply not sent. One that may be on its way is met at the
     * provider by the void, which also refuses a charge that arrives after it.
     */
    private static void stopCharge(CaseFile file) {
        Operation charge = file.operation(ProviderKeys.charge(file.payment().id()));
        if (charge == null || charge.neverLeft()) {
            if (charge != null) {
                file.put(charge.failed());
            }
            file.apply(PaymentTrigger.PREVENTED);
            close(file, CloseOutcome.NEVER_CHARGED);
            return;
        }
        file.put(charge.givenUp());
        file.putIfAbsent(Operation.voiding(file.payment()));
    }

    /**
     * Refunds under way come first, for they may yet fail; then one void or one refund of the rest.
     */
    private static void giveBack(CaseFile file) {
        Payment payment = file.payment();
        if (file.openRefunds() > 0) {
            return;
        }
        Operation voiding = file.operation(ProviderKeys.voiding(payment.id()));
        boolean voidable =
                payment.status() == PaymentStatus.CAPTURED && (voiding == null || voiding.isDue());
        file.putIfAbsent(voidable ? Operation.voiding(payment) : Operation.cancelRefund(payment));
    }

    /** A refund of the order's own is refused in so many words. */
    private static void giveUp(CaseFile file, Operation moot) {
        if (moot.refundId() == null) {
            file.put(moot.failed());
        } else {
            file.put(moot.refused(PaymentCase.CANCELLED));
            file.announce(new PaymentFact.RefundFailed(moot.refundId(), PaymentCase.CANCELLED));
        }
    }

    /** Once; whatever is due and never left becomes moot. */
    private static void close(CaseFile file, CloseOutcome outcome) {
        file.become(file.payment().closedAs(outcome));
        file.operations().stream()
                .filter(o -> o.isDue() && o.neverLeft())
                .toList()
                .forEach(o -> giveUp(file, o));
        file.announce(new PaymentFact.Closed(outcome, file.payment().refunded()));
    }
}
