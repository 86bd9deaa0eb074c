package dev.springtide.gateway.copies;

import io.micrometer.core.instrument.Counter;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * A shared HTTP cache in front of the services: a GET whose last answer is public and fresh does
 * not get to a service. Whose token comes with it does not matter, since the answer is anybody's.
 */
final class CopiesFilter implements WebFilter, Ordered {

    private final Copies copies;
    private final Counter answered;

    CopiesFilter(Copies copies, Counter answered) {
        this.copies = copies;
        this.answered = answered;
    }

    /** After token and quota, which every request of theirs must pass. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 275;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getMethod().equals(HttpMethod.GET)
                || request.getHeaders().containsHeader(HttpHeaders.RANGE)) {
            return chain.filter(exchange);
        }
        String key = key(request.getURI());
        Optional<Copy> copy = copies.find(key);
        if (copy.isPresent()) {
            answered.increment();
            return answer(exchange, copy.get());
        }
        long askedAt = copies.now();
        ServerHttpResponse copying =
                new CopyingResponse(
                        exchange.getResponse(),
                        (headers, body) -> copies.keep(key, headers, body, askedAt));
        return chain.filter(exchange.mutate().response(copying).build());
    }

    private Mono<Void> answer(ServerWebExchange exchange, Copy copy) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        copy.headers().forEach(headers::addAll);
        headers.set(HttpHeaders.AGE, Long.toString(copy.age(copies.now())));
        String etag = copy.headers().getETag();
        if (etag != null && exchange.checkNotModified(etag)) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            return response.setComplete();
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(copy.body())));
    }

    private static String key(URI uri) {
        String query = uri.getRawQuery();
        String path = Objects.requireNonNullElse(uri.getRawPath(), "");
        return query == null ? path : path + '?' + query;
    }
}
