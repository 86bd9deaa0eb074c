package dev.springtide.order.adapter.rest;

import dev.springtide.problem.FieldError;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a body, so that the caller learns all of it at once. */
final class FieldChecks {

    static final int MAX_TEXT = 200;

    private final List<FieldError> errors = new ArrayList<>();

    void reject(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** A text of 1–200 characters, or an empty string once it is rejected. */
    String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            reject(field, "is required");
            return "";
        }
        String checked = optional(field, text);
        return checked == null ? "" : checked;
    }

    /** A text of up to 200 characters, none of them a control character. */
    @Nullable String optional(String field, @Nullable String text) {
        if (text != null && text.codePointCount(0, text.length()) > MAX_TEXT) {
            reject(field, "has more than " + MAX_TEXT + " characters");
        } else if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            reject(field, "has a control character");
        }
        return text;
    }

    /** Throws what was collected, if anything. */
    void complete() {
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The request has invalid fields.",
                    Map.of("errors", List.copyOf(errors)));
        }
    }
}
