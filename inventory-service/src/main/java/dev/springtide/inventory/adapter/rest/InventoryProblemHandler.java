package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.AdjustmentInFlightException;
import dev.springtide.inventory.application.AdjustmentKeyReusedException;
import dev.springtide.inventory.application.CatalogueBusyException;
import dev.springtide.inventory.application.UnknownSkuException;
import dev.springtide.inventory.domain.InsufficientStockException;
import dev.springtide.problem.ProblemType;
import dev.springtide.problem.Problems;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the inventory refuses; common's handler answers the rest. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class InventoryProblemHandler {

    @ExceptionHandler
    ProblemDetail onUnknownSku(UnknownSkuException e) {
        return Problems.of(ProblemType.NOT_FOUND, "There is no product with this SKU.");
    }

    @ExceptionHandler
    ProblemDetail onInsufficientStock(InsufficientStockException e) {
        return Problems.of(
                ProblemType.INSUFFICIENT_STOCK,
                "Fewer units are available than the adjustment takes away.",
                Map.of("available", e.available()));
    }

    @ExceptionHandler
    ProblemDetail onKeyReused(AdjustmentKeyReusedException e) {
        return Problems.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED, "Send a new key with another adjustment.");
    }

    @ExceptionHandler
    ProblemDetail onInFlight(AdjustmentInFlightException e) {
        return Problems.of(ProblemType.REQUEST_IN_FLIGHT, "Send it again in a moment.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> onBusy(CatalogueBusyException e) {
        return ResponseEntity.status(ProblemType.SERVICE_UNAVAILABLE.status())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(ProblemType.SERVICE_UNAVAILABLE, null));
    }
}
