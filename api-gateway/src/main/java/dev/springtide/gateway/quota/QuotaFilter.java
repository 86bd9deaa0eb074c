package dev.springtide.gateway.quota;

import dev.springtide.gateway.problem.ProblemResponses;
import dev.springtide.gateway.token.TokenFilter;
import dev.springtide.problem.ProblemType;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers 429 to whoever has used up their quota, before anything of the request is worked on. What
 * needs no token is not counted: nobody could be told apart there.
 */
final class QuotaFilter implements WebFilter, Ordered {

    private final Quotas quotas;
    private final Quota quota;
    private final ProblemResponses problems;
    private final Counter refused;

    QuotaFilter(Quotas quotas, Quota quota, ProblemResponses problems, Counter refused) {
        this.quotas = quotas;
        this.quota = quota;
        this.problems = problems;
        this.refused = refused;
    }

    /** After the token, before the body. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 250;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String subject = TokenFilter.subjectOf(exchange);
        return subject == null
                ? chain.filter(exchange)
                : quotas.take(subject).flatMap(probe -> judge(exchange, chain, probe));
    }

    private Mono<Void> judge(
            ServerWebExchange exchange, WebFilterChain chain, ConsumptionProbe probe) {
        ServerHttpResponse response = exchange.getResponse();
        quota.tell(response.getHeaders(), probe);
        if (probe.isConsumed()) {
            return chain.filter(exchange);
        }
        refused.increment();
        return problems.write(response, ProblemType.TOO_MANY_REQUESTS, null);
    }
}
