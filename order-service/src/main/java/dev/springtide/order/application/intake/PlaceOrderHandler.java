package dev.springtide.order.application.intake;

import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.UsedKeys;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.application.reading.OrderWaiters;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places an order once for each key and answers with it. */
public final class PlaceOrderHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceOrderHandler.class);

    private final IntakeLanes lanes;
    private final UsedKeys usedKeys;
    private final OrderReader orders;
    private final OrderWaiters waiters;

    public PlaceOrderHandler(
            IntakeLanes lanes, UsedKeys usedKeys, OrderReader orders, OrderWaiters waiters) {
        this.lanes = lanes;
        this.usedKeys = usedKeys;
        this.orders = orders;
        this.waiters = waiters;
    }

    /**
     * Places the order, or finds the one that its key has placed.
     *
     * @param patience how long to hold the answer for the order's outcome; zero for not at all
     * @throws PlacementRefusedException when there is no such order to answer with
     */
    public Placement place(PlaceOrder command, Duration patience) {
        return switch (decided(command)) {
            case IntakeOutcome.Placed(Order order) ->
                    new Placement(
                            outcome(new OrderView(order, List.of(), List.of()), patience), false);
            case IntakeOutcome.Replayed(OrderId id) ->
                    new Placement(
                            outcome(orders.find(id, command.customerId()).orElseThrow(), patience),
                            true);
            case Refusal refusal -> throw new PlacementRefusedException(refusal);
        };
    }

    /**
     * A busy key may be one that is only being replayed: then its order exists already. In flight
     * stays the answer when that cannot be found out.
     */
    private IntakeOutcome decided(PlaceOrder command) {
        IntakeOutcome outcome = lanes.place(command);
        if (outcome instanceof Refusal.InFlight) {
            try {
                Optional<Claim.Used> used = usedKeys.find(command.key());
                return used.map(known -> IntakeBatch.answer(command, known)).orElse(outcome);
            } catch (RuntimeException e) {
                LOG.debug("A busy key cannot be looked up", e);
            }
        }
        return outcome;
    }

    /** The order is placed: whatever fails while waiting, what is known of it is answered. */
    private OrderView outcome(OrderView known, Duration patience) {
        Order order = known.order();
        if (patience.isZero() || order.status().isOutcome()) {
            return known;
        }
        try {
            return waiters.awaitOutcome(order.id(), patience)
                    ? orders.find(order.id(), order.customerId()).orElse(known)
                    : known;
        } catch (RuntimeException e) {
            LOG.warn("The outcome of order {} cannot be read", order.id(), e);
            return known;
        }
    }
}
