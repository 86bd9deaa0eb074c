package dev.springtide.gateway.intake;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes in the whole body, within a size and a time, before a service is bothered: a slow client
 * costs no connection to a service. The size is counted, whatever the headers say. What is too
 * large or too slow ends the connection.
 */
public final class BodyLimitFilter implements WebFilter, Ordered {

    private final int limit;
    private final Duration patience;

    /**
     * @param limit in bytes
     * @param patience from the end of the headers to the end of the body
     */
    public BodyLimitFilter(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 300;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long announced = headers.getContentLength();
        if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        if (announced > limit && headers.containsHeader(HttpHeaders.EXPECT)) {
            return close(exchange, tooLarge());
        }
        Body body = new Body(limit);
        return request.getBody()
                .takeUntil(body::add)
                .then()
                .timeout(patience, Mono.fromRunnable(body::late))
                .then(Mono.defer(() -> proceed(exchange, chain, body)));
    }

    private Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, Body body) {
        if (body.tooLarge()) {
            return close(exchange, tooLarge());
        }
        if (body.isLate()) {
            return close(
                    exchange,
                    new ProblemException(
                            ProblemType.INVALID_REQUEST, "the body did not arrive in time"));
        }
        ServerHttpRequest received = new ReceivedRequest(exchange.getRequest(), body.bytes());
        return chain.filter(exchange.mutate().request(received).build());
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.PAYLOAD_TOO_LARGE, "a body may have " + limit + " bytes at most");
    }

    private static Mono<Void> close(ServerWebExchange exchange, ProblemException problem) {
        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
        return Mono.error(problem);
    }
}
