package dev.springtide.problem;

import java.net.URI;
import java.util.List;

/**
 * A kind of error that clients can rely on. Slugs are stable for ever; titles may be reworded.
 *
 * @param slug the last part of the type URI
 * @param status the HTTP status it is always answered with
 */
public record ProblemType(String slug, String title, int status) {

    private static final String BASE = "https://springtide.dev/problems/";

    public static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", "Authentication is required", 401);
    public static final ProblemType INVALID_SIGNATURE =
            new ProblemType("invalid-signature", "The signature is not valid", 401);
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", "The role may not do this", 403);
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", "There is no such resource", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "The method is not allowed here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "No acceptable representation", 406);
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", "The state does not allow this", 409);
    public static final ProblemType REQUEST_IN_FLIGHT =
            new ProblemType("request-in-flight", "The same request is in progress", 409);
    public static final ProblemType PRICE_CHANGED =
            new ProblemType("price-changed", "The price has changed", 409);
    public static final ProblemType INSUFFICIENT_STOCK =
            new ProblemType("insufficient-stock", "There is not enough stock", 409);
    public static final ProblemType TOO_LATE =
            new ProblemType("too-late", "It is too late for this", 409);
    public static final ProblemType REFUND_NOT_ALLOWED =
            new ProblemType("refund-not-allowed", "The order cannot be refunded", 409);
    public static final ProblemType SHIPMENT_NOT_ALLOWED =
            new ProblemType("shipment-not-allowed", "The order cannot be shipped", 409);
    public static final ProblemType CORRECTION_NOT_ALLOWED =
            new ProblemType("correction-not-allowed", "The order cannot be corrected so", 409);
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", "The body is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "The media type is not supported", 415);
    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", "The request is not valid", 400);
    public static final ProblemType MISSING_IDEMPOTENCY_KEY =
            new ProblemType("missing-idempotency-key", "An Idempotency-Key is required", 400);
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", "The key was used with another request", 422);
    public static final ProblemType UNKNOWN_PRODUCT =
            new ProblemType("unknown-product", "A product is not known", 422);
    public static final ProblemType CURRENCY_MISMATCH =
            new ProblemType("currency-mismatch", "The currencies differ", 422);
    public static final ProblemType REFUND_EXCEEDS_CAPTURED =
            new ProblemType(
                    "refund-exceeds-captured", "The refund is above what is left to refund", 422);
    public static final ProblemType SHIPMENT_EXCEEDS_ORDERED =
            new ProblemType(
                    "shipment-exceeds-ordered", "The shipment is above what is left to ship", 422);
    public static final ProblemType UNPROCESSABLE =
            new ProblemType("unprocessable", "The request cannot be processed", 422);
    public static final ProblemType TOO_MANY_REQUESTS =
            new ProblemType("too-many-requests", "Too many requests", 429);
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", "Something went wrong on our side", 500);
    public static final ProblemType SERVICE_UNAVAILABLE =
            new ProblemType("service-unavailable", "Temporarily unavailable, try again", 503);
    public static final ProblemType GATEWAY_TIMEOUT =
            new ProblemType("gateway-timeout", "A service did not answer in time", 504);

    private static final List<ProblemType> ALL =
            List.of(
                    UNAUTHORIZED,
                    INVALID_SIGNATURE,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    REQUEST_IN_FLIGHT,
                    PRICE_CHANGED,
                    INSUFFICIENT_STOCK,
                    TOO_LATE,
                    REFUND_NOT_ALLOWED,
                    SHIPMENT_NOT_ALLOWED,
                    CORRECTION_NOT_ALLOWED,
                    PAYLOAD_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    INVALID_REQUEST,
                    MISSING_IDEMPOTENCY_KEY,
                    IDEMPOTENCY_KEY_REUSED,
                    UNKNOWN_PRODUCT,
                    CURRENCY_MISMATCH,
                    REFUND_EXCEEDS_CAPTURED,
                    SHIPMENT_EXCEEDS_ORDERED,
                    UNPROCESSABLE,
                    TOO_MANY_REQUESTS,
                    INTERNAL_ERROR,
                    SERVICE_UNAVAILABLE,
                    GATEWAY_TIMEOUT);

    /** The stable identifier of this kind. */
    public URI type() {
        return URI.create(BASE + slug);
    }

    /** Every kind there is, for the documentation. */
    public static List<ProblemType> all() {
        return ALL;
    }

    /** The general kind of a status that no specific kind claims. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> UNPROCESSABLE;
            case 429 -> TOO_MANY_REQUESTS;
            // A body that stops on its way from the gateway is nothing its sender can mend.
            case 408, 502, 503 -> SERVICE_UNAVAILABLE;
            case 504 -> GATEWAY_TIMEOUT;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }
}
