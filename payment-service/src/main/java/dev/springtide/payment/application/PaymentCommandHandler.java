package dev.springtide.payment.application;

import dev.springtide.id.UuidV7;
import dev.springtide.payment.application.PaymentCommand.CancelPayment;
import dev.springtide.payment.application.PaymentCommand.RefundPayment;
import dev.springtide.payment.application.PaymentCommand.RequestPayment;
import dev.springtide.payment.domain.Payment;
import dev.springtide.payment.domain.PaymentCase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what orders want, a wave at a time with one command of each order at most. Any command
 * may come again: it has no effect twice, and an order that asks anew is told what was decided.
 */
@Service
public class PaymentCommandHandler {

    /** A tombstone's zero needs some currency: nobody has named the order's yet. */
    private static final Currency ANY = Currency.getInstance("EUR");

    private final PaymentCases payments;
    private final PaymentNotices notices;
    private final UuidV7 ids;
    private final WakeUp wakeUp;
    private final Counter repeated;

    PaymentCommandHandler(
            PaymentCases payments,
            PaymentNotices notices,
            UuidV7 ids,
            WakeUp wakeUp,
            MeterRegistry meters) {
        this.payments = payments;
        this.notices = notices;
        this.ids = ids;
        this.wakeUp = wakeUp;
        this.repeated =
                Counter.builder("payment.answers.repeated")
                        .description("Stored outcomes told again to orders that asked again")
                        .register(meters);
    }

    /**
     * Runs inside the caller's transaction.
     *
     * @throws UnknownPaymentException for a refund of a payment that was never requested
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(List<? extends PaymentCommand> wave) {
        Map<UUID, PaymentCase> cases =
                payments.lock(wave.stream().map(PaymentCommand::orderId).toList());
        List<PaymentCase> decided =
                wave.stream()
                        .map(command -> decide(cases.get(command.orderId()), command))
                        .toList();
        payments.save(decided);
        notices.announce(decided.stream().flatMap(file -> file.notices().stream()).toList());
        repeated.increment(decided.stream().mapToInt(PaymentCase::repeats).sum());
        wakeUp.afterCommit();
    }

    private PaymentCase decide(@Nullable PaymentCase known, PaymentCommand command) {
        return switch (command) {
            case RequestPayment request -> request(known, request);
            case CancelPayment cancel -> cancel(known, cancel);
            case RefundPayment refund -> refund(known, refund);
        };
    }

    private PaymentCase request(@Nullable PaymentCase known, RequestPayment request) {
        if (known == null) {
            return PaymentCase.opened(
                    Payment.requested(
                            request.orderId(),
                            ids.next(),
                            request.customerId(),
                            request.amount(),
                            request.encryptedToken(),
                            request.traceparent(),
                            request.orderVersion()));
        }
        known.requestedAgain(request.amount(), request.orderVersion());
        return known;
    }

    private PaymentCase cancel(@Nullable PaymentCase known, CancelPayment cancel) {
        if (known == null) {
            return PaymentCase.cancelledBeforeRequested(
                    cancel.orderId(),
                    ids.next(),
                    cancel.customerId(),
                    ANY,
                    cancel.traceparent(),
                    cancel.orderVersion());
        }
        known.cancel(cancel.orderVersion());
        return known;
    }

    private static PaymentCase refund(@Nullable PaymentCase known, RefundPayment refund) {
        if (known == null) {
            throw new UnknownPaymentException(refund.orderId());
        }
        known.refund(refund.refundId(), refund.amount(), refund.orderVersion());
        return known;
    }
}
