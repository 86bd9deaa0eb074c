package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.Correction;
import dev.springtide.order.domain.OrderInput.CorrectionRequested;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Moves stuck orders on by hand, each key once. */
public class CorrectOrderHandler {

    private static final String OPERATION = "correction";

    private final OncePerKey once;
    private final Corrections corrections;
    private final OrderSaga saga;

    public CorrectOrderHandler(
            Ledger ledger,
            Corrections corrections,
            OrderSaga saga,
            UuidV7 ids,
            TransactionOperations transactions) {
        this.once = new OncePerKey(ledger, ids, transactions);
        this.corrections = corrections;
        this.saga = saga;
    }

    /**
     * Carries it out: the key, the order, its history, the audit trail and the events are one
     * transaction. A refused correction leaves its key unused.
     *
     * @throws RequestInFlightException when a request with the same key is being carried out
     * @throws KeyReusedException when the key stands for another correction
     * @throws UnknownOrderException when there is no such order
     * @throws dev.springtide.order.domain.CorrectionRefusedException when the order does not allow
     *     it, or has changed since the operator saw it
     */
    public KeyedAnswer<CorrectionEntry> handle(CorrectOrder correct) {
        return once.answer(
                new LedgerKey(correct.operator(), OPERATION, correct.idempotencyKey()),
                correct.fingerprint(),
                id -> corrections.get(correct.orderId(), id),
                id -> carryOut(correct, id));
    }

    private CorrectionEntry carryOut(CorrectOrder correct, UUID id) {
        Correction correction =
                new Correction(id, correct.action(), correct.operator(), correct.reason());
        saga.apply(
                List.of(
                        new OrderCommand(
                                correct.orderId(),
                                new CorrectionRequested(correction, correct.version()),
                                "correction",
                                correct.traceparent())));
        return corrections.get(correct.orderId(), id);
    }
}
