package dev.springtide.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside a controller, such as in a filter, as a problem. */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemType type = ProblemType.ofStatus(status instanceof Integer code ? code : 404);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(type.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (type.equals(ProblemType.SERVICE_UNAVAILABLE)) {
            answer.header(HttpHeaders.RETRY_AFTER, ProblemHandler.RETRY_AFTER_SECONDS);
        }
        return answer.body(Problems.of(type, null));
    }
}
