package dev.springtide.gateway.intake;

import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers preflights, before any token is asked for, and refuses pages of unknown origin. */
public final class CorsFilter implements WebFilter, Ordered {

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final @Nullable CorsConfiguration configuration;

    /**
     * @param configuration null when no other origin may call
     */
    public CorsFilter(@Nullable CorsConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!CorsUtils.isCorsRequest(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        if (!processor.process(configuration, exchange)) {
            return Mono.error(
                    new ProblemException(
                            ProblemType.FORBIDDEN, "this origin, method or header is not allowed"));
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest())
                ? Mono.empty()
                : chain.filter(exchange);
    }
}
