package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.LedgerLine.Kind.CHARGE_CANCELED;
import static dev.springtide.payment.domain.LedgerLine.Kind.CHARGE_CAPTURED;
import static dev.springtide.payment.domain.LedgerLine.Kind.CHARGE_DECLINED;
import static dev.springtide.payment.domain.LedgerLine.Kind.CHARGE_VOIDED;
import static dev.springtide.payment.domain.LedgerLine.Kind.REFUND_FAILED;
import static dev.springtide.payment.domain.LedgerLine.Kind.REFUND_SUCCEEDED;
import static dev.springtide.payment.domain.PaymentFixtures.AMOUNT;
import static dev.springtide.payment.domain.PaymentFixtures.CANCEL_REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.CHARGE;
import static dev.springtide.payment.domain.PaymentFixtures.ORDER;
import static dev.springtide.payment.domain.PaymentFixtures.PART;
import static dev.springtide.payment.domain.PaymentFixtures.PART_REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.captured;
import static dev.springtide.payment.domain.PaymentFixtures.declined;
import static dev.springtide.payment.domain.PaymentFixtures.inDoubt;
import static dev.springtide.payment.domain.PaymentFixtures.partlyRefunded;
import static dev.springtide.payment.domain.PaymentFixtures.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.money.Money;
import dev.springtide.payment.domain.LedgerLine.Kind;
import dev.springtide.payment.domain.Verdict.Foreign;
import dev.springtide.payment.domain.Verdict.Matched;
import dev.springtide.payment.domain.Verdict.News;
import dev.springtide.payment.domain.Verdict.TakenInVain;
import dev.springtide.payment.domain.Verdict.Unexplained;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTests {

    @Test
    void agreesWithWhatIsKnown() {
        assertThat(judge(CHARGE_CAPTURED, captured())).isEqualTo(new Matched());
        assertThat(judge(CHARGE_CAPTURED, partlyRefunded())).isEqualTo(new Matched());
        assertThat(judge(CHARGE_DECLINED, declined())).isEqualTo(new Matched());
        assertThat(judge(CHARGE_CANCELED, prevented())).isEqualTo(new Matched());
        assertThat(refund(REFUND_SUCCEEDED, OperationStatus.DONE)).isEqualTo(new Matched());
        assertThat(refund(REFUND_FAILED, OperationStatus.FAILED)).isEqualTo(new Matched());
    }

    @Test
    void learnsWhatItWaitsFor() {
        for (PaymentCase waiting : List.of(pending(), inDoubt())) {
            assertThat(judge(CHARGE_CAPTURED, waiting))
                    .isEqualTo(new News(waiting.payment(), new ProviderAnswer.Captured()));
            assertThat(judge(CHARGE_DECLINED, waiting))
                    .isEqualTo(
                            new News(waiting.payment(), new ProviderAnswer.Declined("declined")));
            assertThat(judge(CHARGE_VOIDED, waiting))
                    .isEqualTo(new News(waiting.payment(), new ProviderAnswer.Voided()));
            assertThat(judge(CHARGE_CANCELED, waiting))
                    .isEqualTo(new News(waiting.payment(), new ProviderAnswer.Canceled()));
        }
        assertThat(refund(REFUND_SUCCEEDED, OperationStatus.DUE))
                .isEqualTo(new News(captured().payment(), new ProviderAnswer.Refunded()));
        assertThat(refund(REFUND_FAILED, OperationStatus.DUE))
                .isEqualTo(
                        new News(captured().payment(), new ProviderAnswer.RefundRefused("failed")));
    }

    @Test
    void givesBackOnlyWhatIsProvenToBeOursAndTakenInVain() {
        for (PaymentCase ended : List.of(declined(), prevented())) {
            assertThat(judge(CHARGE_CAPTURED, ended)).isEqualTo(new TakenInVain(ended.payment()));
            OwnRecord own = new OwnRecord(ended.payment(), null);
            assertThat(judge(line(CHARGE_CAPTURED, CHARGE, null, AMOUNT), own))
                    .isInstanceOf(Unexplained.class);
            assertThat(judge(line(CHARGE_CAPTURED, CHARGE, new UUID(0, 9), AMOUNT), own))
                    .isInstanceOf(Unexplained.class);
            assertThat(judge(line(CHARGE_CAPTURED, CHARGE, ORDER, PART), own))
                    .isInstanceOf(Unexplained.class);
        }
        assertThat(
                        judge(
                                line(REFUND_SUCCEEDED, CANCEL_REFUND, ORDER, AMOUNT),
                                new OwnRecord(declined().payment(), null)))
                .isEqualTo(new Matched());
    }

    @Test
    void leavesForeignChargesAlone() {
        assertThat(judge(line(CHARGE_CAPTURED, "shop-7-order-1", null, AMOUNT), null))
                .isEqualTo(new Foreign());
    }

    @Test
    void explainsNothingAway() {
        assertThat(judge(line(CHARGE_CAPTURED, CHARGE, ORDER, AMOUNT), null))
                .isInstanceOf(Unexplained.class);
        assertThat(Reconciliation.judge(line(CHARGE_CAPTURED, "shop-7", ORDER, AMOUNT), null, true))
                .isInstanceOf(Unexplained.class);
        assertThat(judge(CHARGE_DECLINED, captured())).isInstanceOf(Unexplained.class);
        assertThat(judge(CHARGE_CANCELED, captured())).isInstanceOf(Unexplained.class);
        assertThat(judge(CHARGE_VOIDED, captured())).isInstanceOf(Unexplained.class);
        assertThat(refund(REFUND_SUCCEEDED, null)).isInstanceOf(Unexplained.class);
        assertThat(refund(REFUND_SUCCEEDED, OperationStatus.FAILED))
                .isInstanceOf(Unexplained.class);
        assertThat(refund(REFUND_FAILED, OperationStatus.DONE)).isInstanceOf(Unexplained.class);
    }

    private static PaymentCase prevented() {
        PaymentCase file = pending();
        file.cancel(2);
        return PaymentFixtures.stored(file);
    }

    private static Verdict judge(Kind kind, PaymentCase file) {
        return judge(line(kind, CHARGE, ORDER, AMOUNT), new OwnRecord(file.payment(), null));
    }

    private static Verdict refund(Kind kind, @Nullable OperationStatus status) {
        return judge(
                line(kind, PART_REFUND, ORDER, PART), new OwnRecord(captured().payment(), status));
    }

    private static Verdict judge(LedgerLine line, @Nullable OwnRecord own) {
        return Reconciliation.judge(line, own, false);
    }

    private static LedgerLine line(Kind kind, String key, @Nullable UUID reference, Money amount) {
        return new LedgerLine(
                1,
                kind,
                key,
                key.startsWith("shop") ? key : CHARGE,
                reference == null ? null : reference.toString(),
                amount,
                Instant.EPOCH);
    }
}
