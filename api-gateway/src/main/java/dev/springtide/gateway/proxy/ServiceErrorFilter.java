package dev.springtide.gateway.proxy;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A service's error that is no problem document (its container's own page, say) never gets out; a
 * problem of the same status takes its place.
 */
public final class ServiceErrorFilter implements GlobalFilter, Ordered {

    private static final String PROBLEM = "application/problem+json";

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> judge(exchange)));
    }

    private static Mono<Void> judge(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpStatusCode status = response.getStatusCode();
        if (status == null
                || !status.isError()
                || isProblem(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                || exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) {
            return Mono.empty();
        }
        return Mono.error(
                new ProblemException(
                        ProblemType.ofStatus(status.value()), "the service could not answer"));
    }

    private static boolean isProblem(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(PROBLEM);
    }
}
