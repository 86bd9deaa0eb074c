package dev.springtide.web;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's name for an operation that must happen once. Controllers may take it as a parameter.
 *
 * @param value 1–255 printable ASCII characters
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /** Says on an answer that it repeats an earlier one. */
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final Pattern VALID = Pattern.compile("[\\x20-\\x7E]{1,255}");

    public IdempotencyKey {
        if (!VALID.matcher(value).matches()) {
            throw ProblemException.invalid(HEADER, "must be 1 to 255 printable ASCII characters");
        }
    }

    /**
     * Reads the header's value.
     *
     * @throws ProblemException when the header is missing, empty or not valid
     */
    public static IdempotencyKey parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(
                    ProblemType.MISSING_IDEMPOTENCY_KEY,
                    "Send an " + HEADER + " header with a value of your own for each operation.");
        }
        return new IdempotencyKey(header);
    }
}
