package dev.springtide.order.application.intake;

import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;

/** What became of one request to place an order. */
public sealed interface IntakeOutcome
        permits IntakeOutcome.Placed, IntakeOutcome.Replayed, Refusal {

    /** A new order, exactly as it was committed. */
    record Placed(Order order) implements IntakeOutcome {}

    /** The key was used before with the same request; this is the order it made. */
    record Replayed(OrderId id) implements IntakeOutcome {}
}
