package dev.springtide.payment.adapter.rest;

import dev.springtide.payment.application.PaymentViews;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import dev.springtide.web.Caller;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Payments by order. Somebody else's payment answers exactly as one that does not exist. */
@RestController
class PaymentController {

    private final PaymentViews payments;

    PaymentController(PaymentViews payments) {
        this.payments = payments;
    }

    @GetMapping("/api/v1/payments/{orderId}")
    PaymentResponse payment(@PathVariable UUID orderId, Caller caller) {
        return payments.find(orderId)
                .filter(view -> !view.payment().isTombstone())
                .filter(view -> mayRead(caller, view.payment().customerId()))
                .map(PaymentResponse::of)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "There is no such payment."));
    }

    private static boolean mayRead(Caller caller, String customerId) {
        return caller.operator() || caller.subject().equals(customerId);
    }
}
