package dev.springtide.order.domain;

import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an input does to an order.
 *
 * @param after one version on if anything changed, otherwise {@code before} itself
 * @param trigger what the history calls it: the trigger of a move, or the fact that was noted
 * @param events what goes out with the change, in this order
 * @param refund the refund that was added or has changed
 * @param shipment the shipment that was added
 * @param correction the correction by hand that made the decision
 */
public record Decision(
        OrderState before,
        OrderState after,
        String trigger,
        List<OutboundEvent> events,
        @Nullable Refund refund,
        @Nullable Shipment shipment,
        @Nullable Correction correction) {

    public Decision {
        events = List.copyOf(events);
    }

    static Decision moved(OrderState before, OrderState after, Moved move) {
        return new Decision(
                before,
                after.moved(move).nextVersion(),
                move.trigger().name(),
                move.events(),
                null,
                null,
                null);
    }

    /** A fact that moves no status; nothing at all when it was known. */
    static Decision noted(OrderState before, OrderState after, String fact) {
        OrderState result = before.equals(after) ? before : after.nextVersion();
        return new Decision(before, result, fact, List.of(), null, null, null);
    }

    static Decision refund(
            OrderState before,
            OrderState after,
            String fact,
            Refund refund,
            OutboundEvent... events) {
        return new Decision(before, after.nextVersion(), fact, List.of(events), refund, null, null);
    }

    static Decision shipment(
            OrderState before,
            OrderState after,
            String fact,
            Shipment shipment,
            OutboundEvent... events) {
        return new Decision(
                before, after.nextVersion(), fact, List.of(events), null, shipment, null);
    }

    /** The same decision, which also adds a shipment. */
    Decision with(Shipment added) {
        return new Decision(before, after, trigger, events, refund, added, correction);
    }

    /** Events that went out before go out again; nothing else changes. */
    static Decision repeated(OrderState order, String fact, List<OutboundEvent> events) {
        return new Decision(order, order.nextVersion(), fact, events, null, null, null);
    }

    /** The same decision, made by hand and announced as such. */
    Decision with(Correction made) {
        List<OutboundEvent> announced = new ArrayList<>(events);
        announced.add(OutboundEvent.ORDER_CORRECTED);
        return new Decision(before, after, trigger, announced, refund, shipment, made);
    }

    public boolean changed() {
        return after.version() != before.version();
    }

    public boolean moved() {
        return after.status() != before.status();
    }
}
