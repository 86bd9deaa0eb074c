package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.Refund;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests refunds, each key once; what is promised never exceeds what was captured. */
@Service
public class RefundOrderHandler {

    /**
     * The answer.
     *
     * @param replayed whether the key had made this refund before
     */
    public record Answer(Refund refund, boolean replayed) {}

    private static final String OPERATION = "refund";

    private final Ledger ledger;
    private final Refunds refunds;
    private final OrderSaga saga;
    private final UuidV7 ids;

    public RefundOrderHandler(Ledger ledger, Refunds refunds, OrderSaga saga, UuidV7 ids) {
        this.ledger = ledger;
        this.refunds = refunds;
        this.saga = saga;
        this.ids = ids;
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
    @Transactional
    public Answer handle(RefundOrder refund) {
        LedgerKey key = new LedgerKey(refund.subject(), OPERATION, refund.idempotencyKey());
        return switch (ledger.claim(List.of(key)).getFirst()) {
            case Claim.Busy() -> throw new RequestInFlightException();
            case Claim.Used(Fingerprint used, UUID refundId) -> {
                if (!used.equals(refund.fingerprint())) {
                    throw new KeyReusedException();
                }
                yield new Answer(refunds.get(refundId), true);
            }
            case Claim.Fresh() -> new Answer(request(refund, key), false);
        };
    }

    private Refund request(RefundOrder refund, LedgerKey key) {
        UUID id = ids.next();
        RefundRequested input = new RefundRequested(id, refund.amount(), refund.reason());
        OrderCommand command =
                new OrderCommand(refund.orderId(), input, "operator", refund.traceparent());
        Decision decision = saga.apply(List.of(command)).getFirst();
        ledger.record(List.of(new LedgerEntry(key, refund.fingerprint(), id)));
        if (decision.refund() == null) {
            throw new IllegalStateException("a new refund was taken for a known one");
        }
        return decision.refund();
    }
}
