package dev.springtide.gateway.intake;

import dev.springtide.shutdown.Drain;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** While the instance drains, each answer is the last on its connection. */
final class ClosingFilter implements WebFilter, Ordered {

    private final Drain drain;

    ClosingFilter(Drain drain) {
        this.drain = drain;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> {
                    if (drain.isDraining()) {
                        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
                    }
                    return Mono.empty();
                });
        return chain.filter(exchange);
    }
}
