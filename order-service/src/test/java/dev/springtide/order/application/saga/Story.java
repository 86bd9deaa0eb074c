package dev.springtide.order.application.saga;

import dev.springtide.order.application.saga.Interleavings.Step;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * One order, its participants, and the order in which the steps of its life are wanted. A step that
 * cannot happen yet waits; the first wanted one that can, does. Every possible interleaving is thus
 * the outcome of some permutation.
 */
final class Story {

    private final OrderId orderId;
    private final Participants participants;
    private final List<Step> wanted;
    private final List<OrderInput> delivered = new ArrayList<>();
    private boolean lost;

    Story(OrderId orderId, Participants.Fate fate, List<Step> wanted) {
        this.orderId = orderId;
        this.participants = new Participants(fate);
        this.wanted = new ArrayList<>(wanted);
    }

    OrderId orderId() {
        return orderId;
    }

    Participants participants() {
        return participants;
    }

    /** What was delivered so far: it may come again at any time. */
    List<OrderInput> delivered() {
        return delivered;
    }

    /** Takes the next step; once all wanted ones were taken, whatever is left to happen happens. */
    Optional<Step> next() {
        Optional<Step> next = wanted.stream().filter(this::possible).findFirst();
        if (next.isPresent()) {
            wanted.remove(next.get());
            return next;
        }
        return List.of(Step.INVENTORY, Step.PAYMENT, Step.CHARGE, Step.RESOLVE).stream()
                .filter(this::possible)
                .findFirst()
                .or(() -> lost ? Optional.of(Step.REPEAT) : Optional.empty());
    }

    void lose() {
        Queue<OrderInput> inventory = participants.fromInventory();
        (inventory.isEmpty() ? participants.fromPayment() : inventory).remove();
        lost = true;
    }

    /** What was lost until now will be asked for again. */
    void asksAgain() {
        lost = false;
    }

    OrderInput deliver(Step step) {
        OrderInput input =
                (step == Step.INVENTORY ? participants.fromInventory() : participants.fromPayment())
                        .remove();
        delivered.add(input);
        return input;
    }

    private boolean possible(Step step) {
        return switch (step) {
            case INVENTORY -> !participants.fromInventory().isEmpty();
            case PAYMENT -> !participants.fromPayment().isEmpty();
            case CHARGE -> participants.chargeDue();
            case RESOLVE -> participants.inDoubt();
            case CANCEL, DEADLINE, REPEAT -> true;
            case LOSE ->
                    !participants.fromInventory().isEmpty()
                            || !participants.fromPayment().isEmpty();
            case REFUND -> participants.stock() == Participants.Stock.SOLD;
        };
    }
}
