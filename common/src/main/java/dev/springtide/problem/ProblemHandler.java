package dev.springtide.problem;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every error of a controller as a problem of a stable type. */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
public class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final URI UNTYPED = URI.create("about:blank");
    static final String RETRY_AFTER_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException e) {
        return respond(Problems.of(e.type(), e.detail(), e.properties()), new HttpHeaders());
    }

    /** What security decides inside a controller is answered by security's own handlers. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    ResponseEntity<Object> onSecurity(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionSystemException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> onUnavailable(RuntimeException e) {
        LOG.warn("The database is not available", e);
        return respond(Problems.of(ProblemType.SERVICE_UNAVAILABLE, null), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> onAnythingElse(Exception e) {
        LOG.error("A request failed unexpectedly", e);
        return respond(Problems.of(ProblemType.INTERNAL_ERROR, null), new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors = new ArrayList<>();
        e.getFieldErrors().forEach(f -> errors.add(error(f.getField(), f.getDefaultMessage())));
        e.getGlobalErrors()
                .forEach(g -> errors.add(error(g.getObjectName(), g.getDefaultMessage())));
        return respond(invalid("The request has invalid fields.", errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(result ->
                        result.getResolvableErrors()
                                .forEach(r ->
                                        errors.add(
                                                error(
                                                        String.valueOf(
                                                                result.getMethodParameter()
                                                                        .getParameterName()),
                                                        r.getDefaultMessage()))));
        return respond(invalid("The request has invalid parameters.", errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return onProblem(problem);
            }
        }
        return respond(UnreadableBody.problem(e), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = String.valueOf(e.getPropertyName());
        return respond(
                invalid(
                        "A parameter has the wrong form.",
                        List.of(new FieldError(name, "has the wrong form"))),
                headers);
    }

    /** The last step of all the framework's own errors: gives the body one of our types. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (body instanceof ProblemDetail problem
                && problem.getType() != null
                && !UNTYPED.equals(problem.getType())) {
            return respond(problem, headers);
        }
        if (status.is5xxServerError()) {
            LOG.error("A request failed unexpectedly", e);
        }
        String detail =
                body instanceof ProblemDetail problem && status.is4xxClientError()
                        ? problem.getDetail()
                        : null;
        return respond(Problems.of(ProblemType.ofStatus(status.value()), detail), headers);
    }

    private static ProblemDetail invalid(String detail, List<FieldError> errors) {
        return Problems.of(ProblemType.INVALID_REQUEST, detail, Map.of("errors", errors));
    }

    private static FieldError error(String field, @Nullable String message) {
        return new FieldError(field, message == null ? "is invalid" : message);
    }

    private static ResponseEntity<Object> respond(ProblemDetail problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders(headers);
        if (problem.getStatus() == 503 || problem.getStatus() == 429) {
            all.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ResponseEntity.status(problem.getStatus())
                .headers(all)
                .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
