package dev.springtide.problem;

import java.util.List;
import java.util.Map;

/** An error the caller is told about; its detail is written for the caller. */
public class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final transient Map<String, Object> properties;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /**
     * An error that says more.
     *
     * @param properties further members of the problem, such as {@code errors}
     */
    public ProblemException(ProblemType type, String detail, Map<String, ?> properties) {
        super(type.slug() + ": " + detail);
        this.type = type;
        this.detail = detail;
        this.properties = Map.copyOf(properties);
    }

    /** An invalid request with one culprit. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                field + " " + message,
                Map.of("errors", List.of(new FieldError(field, message))));
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
