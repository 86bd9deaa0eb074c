package dev.springtide.payment.domain;

/**
 * Tells an order that asks anew what was decided before, from what is stored. What is not decided
 * yet is told when it is; nothing here has an effect at the provider.
 */
final class StoredAnswers {

    private StoredAnswers() {}

    /** A payment that was cancelled is answered by its close. */
    static void ofCharge(CaseFile file) {
        Payment payment = file.payment();
        switch (payment.status()) {
            case CAPTURED, PARTIALLY_REFUNDED, REFUNDED ->
                    file.announceAgain(new PaymentFact.Captured(payment.captured()));
            case DECLINED -> {
                String code = payment.declineCode();
                file.announceAgain(new PaymentFact.Declined(code == null ? "declined" : code));
            }
            case PENDING, UNKNOWN, VOIDED -> {}
        }
    }

    static void ofCancellation(CaseFile file) {
        CloseOutcome outcome = file.payment().closedAs();
        if (outcome != null) {
            file.announceAgain(new PaymentFact.Closed(outcome, file.payment().refunded()));
        }
    }

    static void ofRefund(CaseFile file, Operation refund) {
        if (refund.refundId() == null) {
            return;
        }
        if (refund.status() == OperationStatus.DONE) {
            file.announceAgain(new PaymentFact.RefundSucceeded(refund.refundId(), refund.amount()));
        } else if (refund.refusal() != null) {
            file.announceAgain(new PaymentFact.RefundFailed(refund.refundId(), refund.refusal()));
        }
    }
}
