package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.application.saga.KeyReusedException;
import dev.springtide.order.application.saga.RequestInFlightException;
import dev.springtide.order.application.saga.UnknownOrderException;
import dev.springtide.order.domain.CorrectionRefusedException;
import dev.springtide.order.domain.IllegalOrderTransitionException;
import dev.springtide.order.domain.RefundRefusedException;
import dev.springtide.order.domain.ShipmentRefusedException;
import dev.springtide.order.domain.Sku;
import dev.springtide.problem.ProblemType;
import dev.springtide.problem.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What stands against a cancellation, a refund, a shipment or a correction, in the words of the
 * REST contract.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class SagaProblemHandler {

    @ExceptionHandler(UnknownOrderException.class)
    ResponseEntity<ProblemDetail> onUnknownOrder() {
        return respond(Problems.of(ProblemType.NOT_FOUND, OrderPaths.NOT_FOUND));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onIllegalTransition(IllegalOrderTransitionException e) {
        return respond(
                Problems.of(
                        ProblemType.TOO_LATE,
                        "The order can no longer be cancelled.",
                        Map.of("orderStatus", e.from())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onRefusedRefund(RefundRefusedException e) {
        return respond(
                switch (e.refusal()) {
                    case NOT_ALLOWED ->
                            Problems.of(
                                    ProblemType.REFUND_NOT_ALLOWED,
                                    "Only confirmed and completed orders are refunded.");
                    case OTHER_CURRENCY ->
                            Problems.of(
                                    ProblemType.CURRENCY_MISMATCH,
                                    "A refund is in the currency of its order.");
                    case EXCEEDS_CAPTURED ->
                            Problems.of(
                                    ProblemType.REFUND_EXCEEDS_CAPTURED,
                                    "The refund is above what was captured less earlier refunds.");
                });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onRefusedShipment(ShipmentRefusedException e) {
        List<String> skus = e.skus().stream().map(Sku::value).toList();
        return respond(
                switch (e.refusal()) {
                    case NOT_ALLOWED ->
                            Problems.of(
                                    ProblemType.SHIPMENT_NOT_ALLOWED,
                                    "Only confirmed orders are shipped.",
                                    Map.of("orderStatus", e.status()));
                    case UNKNOWN_PRODUCT ->
                            Problems.of(
                                    ProblemType.UNKNOWN_PRODUCT,
                                    "Some products are not in the order.",
                                    Map.of("skus", skus));
                    case EXCEEDS_ORDERED ->
                            Problems.of(
                                    ProblemType.SHIPMENT_EXCEEDS_ORDERED,
                                    "The shipment is above what was ordered less earlier shipments.",
                                    Map.of("skus", skus));
                });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onRefusedCorrection(CorrectionRefusedException e) {
        String detail =
                switch (e.refusal()) {
                    case CHANGED -> "The order has changed since it was looked at.";
                    case NOT_ALLOWED -> "An order in this status waits for no such correction.";
                };
        return respond(
                Problems.of(
                        ProblemType.CORRECTION_NOT_ALLOWED,
                        detail,
                        Map.of("orderStatus", e.status(), "version", e.version())));
    }

    @ExceptionHandler({RequestInFlightException.class, LedgerConflictException.class})
    ResponseEntity<ProblemDetail> onRequestInFlight() {
        return respond(
                Problems.of(
                        ProblemType.REQUEST_IN_FLIGHT,
                        "A request with this Idempotency-Key is being processed."));
    }

    @ExceptionHandler(KeyReusedException.class)
    ResponseEntity<ProblemDetail> onKeyReused() {
        return respond(
                Problems.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was used with another request."));
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
