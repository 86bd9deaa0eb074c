package dev.springtide.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body could not be read without quoting the body or a class name. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException cause && !cause.getPath().isEmpty()) {
            String message =
                    cause instanceof UnrecognizedPropertyException
                            ? "is not a known field"
                            : "has the wrong form";
            return Problems.of(
                    ProblemType.INVALID_REQUEST,
                    "The body has an invalid field.",
                    Map.of("errors", List.of(new FieldError(path(cause.getPath()), message))));
        }
        return Problems.of(
                ProblemType.INVALID_REQUEST,
                "The body is not the expected JSON.",
                Map.of("errors", List.of(new FieldError("body", "is not the expected JSON"))));
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
