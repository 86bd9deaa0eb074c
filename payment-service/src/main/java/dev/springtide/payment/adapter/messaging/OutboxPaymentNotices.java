package dev.springtide.payment.adapter.messaging;

import dev.springtide.contract.payment.v1.PaymentCaptured;
import dev.springtide.contract.payment.v1.PaymentClosed;
import dev.springtide.contract.payment.v1.PaymentDeclined;
import dev.springtide.contract.payment.v1.PaymentEvent;
import dev.springtide.contract.payment.v1.PaymentInDoubt;
import dev.springtide.contract.payment.v1.RefundFailed;
import dev.springtide.contract.payment.v1.RefundSucceeded;
import dev.springtide.id.UuidV7;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.OutboxEvent;
import dev.springtide.payment.application.PaymentNotices;
import dev.springtide.payment.domain.PaymentFact;
import dev.springtide.payment.domain.PaymentNotice;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Facts as events of the contract, through the outbox. */
@Component
class OutboxPaymentNotices implements PaymentNotices {

    private final Outbox outbox;
    private final UuidV7 ids;

    OutboxPaymentNotices(Outbox outbox, UuidV7 ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void announce(List<PaymentNotice> notices) {
        outbox.append(notices.stream().map(this::outboxEvent).toList());
    }

    private OutboxEvent outboxEvent(PaymentNotice notice) {
        return OutboxEvent.of(ids, event(notice), notice.version(), notice.traceparent());
    }

    private static PaymentEvent event(PaymentNotice notice) {
        UUID order = notice.orderId();
        UUID payment = notice.paymentId();
        return switch (notice.fact()) {
            case PaymentFact.Captured f -> new PaymentCaptured(order, payment, f.amount());
            case PaymentFact.Declined f -> new PaymentDeclined(order, payment, f.code());
            case PaymentFact.InDoubt f -> new PaymentInDoubt(order, payment);
            case PaymentFact.Closed f -> new PaymentClosed(order, f.outcome().name(), f.refunded());
            case PaymentFact.RefundSucceeded f ->
                    new RefundSucceeded(order, f.refundId(), f.amount());
            case PaymentFact.RefundFailed f -> new RefundFailed(order, f.refundId(), f.reason());
        };
    }
}
