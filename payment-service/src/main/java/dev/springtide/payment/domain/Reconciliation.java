package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.PaymentStatus.CAPTURED;
import static dev.springtide.payment.domain.PaymentStatus.PENDING;
import static dev.springtide.payment.domain.PaymentStatus.UNKNOWN;
import static dev.springtide.payment.domain.PaymentStatus.VOIDED;

import dev.springtide.payment.domain.Verdict.Foreign;
import dev.springtide.payment.domain.Verdict.Matched;
import dev.springtide.payment.domain.Verdict.News;
import dev.springtide.payment.domain.Verdict.TakenInVain;
import dev.springtide.payment.domain.Verdict.Unexplained;
import org.jspecify.annotations.Nullable;

/**
 * Judges a line of the provider's list by our records; pure. A charge is ours only if all agree: we
 * have asked for one under its key, it names our order, and it is of the payment's amount.
 */
public final class Reconciliation {

    private static final Matched MATCHED = new Matched();

    private Reconciliation() {}

    /**
     * What the line means.
     *
     * @param own null when we have never asked for a charge under the line's key
     * @param ownOrder whether the line names an order of ours
     */
    public static Verdict judge(LedgerLine line, @Nullable OwnRecord own, boolean ownOrder) {
        if (own == null) {
            return ownOrder || ProviderKeys.isChargeKey(line.chargeKey())
                    ? new Unexplained("looks like ours, but was never asked for")
                    : new Foreign();
        }
        Payment payment = own.payment();
        String reference = line.reference();
        if (reference != null && !reference.equals(payment.orderId().toString())) {
            return new Unexplained("names another order than ours");
        }
        return switch (line.kind()) {
            case CHARGE_CAPTURED -> captured(line, payment);
            case CHARGE_DECLINED -> declined(payment);
            case CHARGE_VOIDED -> voided(payment);
            case CHARGE_CANCELED -> canceled(payment);
            case REFUND_SUCCEEDED -> refunded(line, own);
            case REFUND_FAILED -> refundFailed(own);
        };
    }

    private static Verdict captured(LedgerLine line, Payment payment) {
        if (!payment.amount().equals(line.amount())) {
            return new Unexplained("captured another amount than " + payment.amount());
        }
        if (waits(payment)) {
            return new News(payment, new ProviderAnswer.Captured());
        }
        if (!payment.neverCaptured()) {
            return MATCHED;
        }
        // Only what names the order can be given back.
        return line.reference() == null
                ? new Unexplained("captured in vain, without our order's name")
                : new TakenInVain(payment);
    }

    private static Verdict declined(Payment payment) {
        if (waits(payment)) {
            return new News(payment, new ProviderAnswer.Declined("declined"));
        }
        return payment.neverCaptured() ? MATCHED : new Unexplained("declined after a capture");
    }

    private static Verdict voided(Payment payment) {
        if (waits(payment) || (payment.status() == CAPTURED && payment.cancelRequested())) {
            return new News(payment, new ProviderAnswer.Voided());
        }
        return payment.status() == VOIDED || payment.neverCaptured()
                ? MATCHED
                : new Unexplained("voided, but not by us");
    }

    private static Verdict canceled(Payment payment) {
        if (waits(payment)) {
            return new News(payment, new ProviderAnswer.Canceled());
        }
        return payment.neverCaptured() ? MATCHED : new Unexplained("canceled after a capture");
    }

    private static Verdict refunded(LedgerLine line, OwnRecord own) {
        return switch (own.refund()) {
            case DONE -> MATCHED;
            case DUE -> new News(own.payment(), new ProviderAnswer.Refunded());
            case FAILED -> new Unexplained("refunded, but refused before");
            case null ->
                    isReversal(line, own.payment())
                            ? MATCHED
                            : new Unexplained("refunded, but not by us");
        };
    }

    private static Verdict refundFailed(OwnRecord own) {
        return switch (own.refund()) {
            case DUE -> new News(own.payment(), new ProviderAnswer.RefundRefused("failed"));
            case DONE -> new Unexplained("refund failed, but succeeded before");
            case FAILED -> MATCHED;
            case null -> MATCHED;
        };
    }

    private static boolean waits(Payment payment) {
        return payment.status() == PENDING || payment.status() == UNKNOWN;
    }

    /** What was taken in vain and could not be voided. */
    private static boolean isReversal(LedgerLine line, Payment payment) {
        return payment.neverCaptured()
                && line.key().equals(ProviderKeys.cancelRefund(payment.id()));
    }
}
