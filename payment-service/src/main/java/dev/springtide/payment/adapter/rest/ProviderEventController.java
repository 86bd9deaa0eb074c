package dev.springtide.payment.adapter.rest;

import dev.springtide.json.ContractJson;
import dev.springtide.payment.application.ReceiveProviderEvent;
import dev.springtide.payment.application.Settlement.ProviderEvent;
import dev.springtide.payment.domain.ProviderAnswer;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/**
 * Webhooks. Open to anyone who can sign; nothing of a message is looked at before its signature
 * over the raw bytes holds. An event is acknowledged when its effect is committed.
 */
@RestController
class ProviderEventController {

    private final WebhookSignature signature;
    private final ReceiveProviderEvent events;

    ProviderEventController(WebhookSignature signature, ReceiveProviderEvent events) {
        this.signature = signature;
        this.events = events;
    }

    @PostMapping("/api/v1/provider-events/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @PathVariable String provider,
            @RequestHeader(name = "Springtide-Event-Id", required = false) @Nullable String eventId,
            @RequestHeader(name = "Springtide-Timestamp", required = false)
                    @Nullable String timestamp,
            @RequestHeader(name = "Springtide-Signature", required = false) @Nullable String signed,
            HttpServletRequest request)
            throws IOException {
        if (!signature.isOf(provider)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no such provider.");
        }
        byte[] body = request.getInputStream().readAllBytes(); // limited for every request
        if (!signature.isValid(timestamp, signed, body)) {
            throw new ProblemException(
                    ProblemType.INVALID_SIGNATURE, "The signature or its timestamp is not valid.");
        }
        Optional<ProviderEvent> event = event(provider, eventId, read(body));
        if (event.isPresent() && !events.store(event.get())) {
            throw new ProblemException(
                    ProblemType.SERVICE_UNAVAILABLE, "The event is not stored, send it again.");
        }
    }

    /**
     * The id in the header is not signed, the one in the body is: both have to be the same, or a
     * recorded message could be played again under new ids.
     */
    private static Optional<ProviderEvent> event(
            String provider, @Nullable String eventId, ProviderEventBody body) {
        String id = body.id();
        if (id == null || !id.equals(eventId) || id.isBlank() || id.length() > 255) {
            throw ProblemException.invalid("Springtide-Event-Id", "must be the body's id");
        }
        Optional<ProviderAnswer> answer = body.answer();
        String key = body.key();
        String type = body.type();
        if (answer.isEmpty() || key == null || type == null) {
            return Optional.empty();
        }
        return Optional.of(new ProviderEvent(orderId(body), key, answer.get(), provider, id, type));
    }

    private static UUID orderId(ProviderEventBody body) {
        try {
            return UUID.fromString(String.valueOf(body.reference()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("reference", "must be an order id");
        }
    }

    private static ProviderEventBody read(byte[] body) {
        try {
            return ContractJson.mapper().readValue(body, ProviderEventBody.class);
        } catch (JacksonException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body is not JSON.");
        }
    }
}
