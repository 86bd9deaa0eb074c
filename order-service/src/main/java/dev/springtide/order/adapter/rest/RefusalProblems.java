package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.intake.Refusal;
import dev.springtide.order.domain.Sku;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** Why no order was placed, in the words of the REST contract. */
final class RefusalProblems {

    private RefusalProblems() {}

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.KeyReused() ->
                    new ProblemException(
                            ProblemType.IDEMPOTENCY_KEY_REUSED,
                            "This Idempotency-Key was used with another request.");
            case Refusal.InFlight() ->
                    new ProblemException(
                            ProblemType.REQUEST_IN_FLIGHT,
                            "A request with this Idempotency-Key is being processed.");
            case Refusal.UnknownProducts(List<Sku> skus) ->
                    new ProblemException(
                            ProblemType.UNKNOWN_PRODUCT,
                            "Some products are not in the catalogue.",
                            skus(skus));
            case Refusal.OtherCurrency(var wanted, List<Sku> skus) ->
                    new ProblemException(
                            ProblemType.CURRENCY_MISMATCH,
                            "Some products are not sold in " + wanted + ".",
                            skus(skus));
            case Refusal.PriceChanged(var total) ->
                    new ProblemException(
                            ProblemType.PRICE_CHANGED,
                            "The total is not the expected one.",
                            Map.of("total", total));
            case Refusal.TotalTooLarge() ->
                    new ProblemException(
                            ProblemType.UNPROCESSABLE, "The total of the order is too large.");
            case Refusal.Unstorable() ->
                    new ProblemException(ProblemType.UNPROCESSABLE, "The order cannot be stored.");
            case Refusal.Unavailable() ->
                    new ProblemException(
                            ProblemType.SERVICE_UNAVAILABLE,
                            "No answer in time. Repeat the request with the same"
                                    + " Idempotency-Key: the order is placed at most once.");
        };
    }

    private static Map<String, List<String>> skus(List<Sku> skus) {
        return Map.of("skus", skus.stream().map(Sku::value).toList());
    }
}
