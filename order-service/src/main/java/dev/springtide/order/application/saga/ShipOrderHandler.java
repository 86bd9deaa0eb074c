package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.OrderInput.ShipmentRequested;
import dev.springtide.order.domain.Shipment;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Records shipments, each key once; the one that ships the last unit completes the order. */
public class ShipOrderHandler {

    private static final String OPERATION = "shipment";

    private final OncePerKey once;
    private final Shipments shipments;
    private final OrderSaga saga;

    public ShipOrderHandler(
            Ledger ledger,
            Shipments shipments,
            OrderSaga saga,
            UuidV7 ids,
            TransactionOperations transactions) {
        this.once = new OncePerKey(ledger, ids, transactions);
        this.shipments = shipments;
        this.saga = saga;
    }

    /**
     * Carries it out: the key, the shipment and its events are one transaction. A refused shipment
     * leaves its key unused.
     *
     * @throws RequestInFlightException when a request with the same key is being carried out
     * @throws KeyReusedException when the key stands for another shipment
     * @throws UnknownOrderException when there is no such order
     * @throws dev.springtide.order.domain.ShipmentRefusedException when the order does not allow it
     */
    public KeyedAnswer<Shipment> handle(ShipOrder ship) {
        return once.answer(
                new LedgerKey(ship.subject(), OPERATION, ship.idempotencyKey()),
                ship.fingerprint(),
                id -> shipments.get(ship.orderId(), id),
                id -> record(ship, id));
    }

    private Shipment record(ShipOrder ship, UUID id) {
        ShipmentRequested input =
                new ShipmentRequested(id, ship.carrier(), ship.trackingNumber(), ship.lines());
        OrderCommand command =
                new OrderCommand(ship.orderId(), input, "operator", ship.traceparent());
        return Objects.requireNonNull(saga.apply(List.of(command)).getFirst().shipment());
    }
}
