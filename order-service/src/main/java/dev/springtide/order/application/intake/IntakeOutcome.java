package dev.springtide.order.application.intake;

import dev.springtide.money.Money;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.Sku;
import java.util.Currency;
import java.util.List;

/** What became of one request to place an order. */
public sealed interface IntakeOutcome {

    /** A new order, exactly as it was committed. */
    record Placed(Order order) implements IntakeOutcome {}

    /** The key was used before with the same request; this is the order it made. */
    record Replayed(OrderId id) implements IntakeOutcome {}

    /** The key was used before with another request. */
    record KeyReused() implements IntakeOutcome {}

    /** A request with this key is being worked on, here or in another instance. */
    record InFlight() implements IntakeOutcome {}

    record UnknownProducts(List<Sku> skus) implements IntakeOutcome {}

    /** Some products are not sold in the currency of the order. */
    record OtherCurrency(Currency wanted, List<Sku> skus) implements IntakeOutcome {}

    /** The total is not the expected one. */
    record PriceChanged(Money total) implements IntakeOutcome {}

    /** The total does not fit any account. */
    record TotalTooLarge() implements IntakeOutcome {}

    /** This request alone cannot be stored, and trying again will not help. */
    record Refused() implements IntakeOutcome {}

    /** The service is overloaded or its database out of reach. */
    record Unavailable() implements IntakeOutcome {}

    /**
     * No answer within the promised time: the order may or may not be placed, and the same key
     * tells which.
     */
    record Undecided() implements IntakeOutcome {}
}
