package dev.springtide.gateway.problem;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every failure of a request that has no answer yet; says nothing about its inside. */
public final class ProblemWebExceptionHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWebExceptionHandler.class);

    private final ProblemResponses problems;

    public ProblemWebExceptionHandler(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        ProblemType type = Failures.typeOf(failure);
        log(exchange, type, failure);
        return problems.write(exchange.getResponse(), type, detail(failure));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private static void log(ServerWebExchange exchange, ProblemType type, Throwable failure) {
        String path = exchange.getRequest().getPath().value();
        if (type.equals(ProblemType.INTERNAL_ERROR)) {
            LOG.error("{} {} failed", exchange.getRequest().getMethod(), path, failure);
        } else if (type.status() >= 500 && !(failure instanceof ShedException)) {
            LOG.warn(
                    "{} {}: {} ({})",
                    exchange.getRequest().getMethod(),
                    path,
                    type.slug(),
                    failure.toString());
        }
    }

    private static @Nullable String detail(Throwable failure) {
        return failure instanceof ProblemException problem ? problem.detail() : null;
    }
}
