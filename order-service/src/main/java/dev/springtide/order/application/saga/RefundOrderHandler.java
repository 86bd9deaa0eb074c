package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.Refund;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Requests refunds, each key once; what is promised never exceeds what was captured. */
public class RefundOrderHandler {

    private static final String OPERATION = "refund";

    private final OncePerKey once;
    private final Refunds refunds;
    private final OrderSaga saga;

    public RefundOrderHandler(
            Ledger ledger,
            Refunds refunds,
            OrderSaga saga,
            UuidV7 ids,
            TransactionOperations transactions) {
        this.once = new OncePerKey(ledger, ids, transactions);
        this.refunds = refunds;
        this.saga = saga;
    }

    /**
     * Carries it out: the key, the refund and its event are one transaction. A refused refund
     * leaves its key unused.
     *
     * @throws RequestInFlightException when a request with the same key is being carried out
     * @throws KeyReusedException when the key stands for another refund
     * @throws UnknownOrderException when there is no such order
     * @throws dev.springtide.order.domain.RefundRefusedException when the order does not allow it
     */
    public KeyedAnswer<Refund> handle(RefundOrder refund) {
        return once.answer(
                new LedgerKey(refund.subject(), OPERATION, refund.idempotencyKey()),
                refund.fingerprint(),
                refunds::get,
                id -> request(refund, id));
    }

    private Refund request(RefundOrder refund, UUID id) {
        RefundRequested input = new RefundRequested(id, refund.amount(), refund.reason());
        OrderCommand command =
                new OrderCommand(refund.orderId(), input, "operator", refund.traceparent());
        return Objects.requireNonNull(saga.apply(List.of(command)).getFirst().refund());
    }
}
