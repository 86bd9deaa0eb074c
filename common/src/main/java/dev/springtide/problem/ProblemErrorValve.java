package dev.springtide.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses before the application sees it, such as a malformed URI. */
final class ProblemErrorValve extends ErrorReportValve {

    private final JsonMapper json;

    ProblemErrorValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemType.ofStatus(response.getStatus());
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getReporter().write(json.writeValueAsString(Problems.of(type, null)));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The caller has gone", e);
        }
    }
}
