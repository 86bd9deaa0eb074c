package dev.springtide.gateway.problem;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;

/** A request refused because there are too many: counted, and neither logged nor traced. */
public final class ShedException extends ProblemException {

    private static final long serialVersionUID = 1;

    public ShedException() {
        super(
                ProblemType.SERVICE_UNAVAILABLE,
                "too many requests are in progress; nothing was done");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
