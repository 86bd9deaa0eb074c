package dev.springtide.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Builds problem details of our kinds. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(ProblemType type, @Nullable String detail) {
        return of(type, detail, Map.of());
    }

    public static ProblemDetail of(
            ProblemType type, @Nullable String detail, Map<String, ?> properties) {
        ProblemDetail problem = ProblemDetail.forStatus(type.status());
        problem.setType(type.type());
        problem.setTitle(type.title());
        problem.setDetail(detail);
        properties.forEach(problem::setProperty);
        return problem;
    }
}
