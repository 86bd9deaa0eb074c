package dev.springtide.gateway.problem;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What a failure is called to the outside. */
final class Failures {

    private Failures() {}

    /**
     * A service that cannot be reached, or breaks off, is unavailable: the request may or may not
     * have been carried out, and the same idempotency key again tells.
     */
    static ProblemType typeOf(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem.type();
            case ResponseStatusException status ->
                    ProblemType.ofStatus(status.getStatusCode().value());
            case PoolAcquireTimeoutException full -> ProblemType.SERVICE_UNAVAILABLE;
            case PoolAcquirePendingLimitException full -> ProblemType.SERVICE_UNAVAILABLE;
            case ReadTimeoutException slow -> ProblemType.GATEWAY_TIMEOUT;
            case TimeoutException slow -> ProblemType.GATEWAY_TIMEOUT;
            case IOException broken -> ProblemType.SERVICE_UNAVAILABLE;
            default -> ProblemType.INTERNAL_ERROR;
        };
    }
}
