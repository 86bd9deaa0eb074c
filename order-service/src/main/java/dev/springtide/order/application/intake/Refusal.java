package dev.springtide.order.application.intake;

import dev.springtide.money.Money;
import dev.springtide.order.domain.Sku;
import java.util.Currency;
import java.util.List;

/** Why a request made no order. */
public sealed interface Refusal extends IntakeOutcome {

    /** The key was used before with another request. */
    record KeyReused() implements Refusal {}

    /** A request with this key is being worked on, here or in another instance. */
    record InFlight() implements Refusal {}

    record UnknownProducts(List<Sku> skus) implements Refusal {}

    /** Some products are not sold in the currency of the order. */
    record OtherCurrency(Currency wanted, List<Sku> skus) implements Refusal {}

    /** The total is not the expected one. */
    record PriceChanged(Money total) implements Refusal {}

    /** The total does not fit any account. */
    record TotalTooLarge() implements Refusal {}

    /** This request alone cannot be stored, and trying again will not help. */
    record Unstorable() implements Refusal {}

    /**
     * Overload, or the database did not answer in time. The order may be placed nevertheless: the
     * same key tells.
     */
    record Unavailable() implements Refusal {}
}
