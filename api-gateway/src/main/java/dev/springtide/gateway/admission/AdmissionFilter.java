package dev.springtide.gateway.admission;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to its service when the service's gate admits it. A request that waits for
 * the outcome of an order takes minutes of nobody's work: it is counted apart.
 */
final class AdmissionFilter implements GlobalFilter, Ordered {

    private static final String PREFER = "Prefer";
    private static final Pattern WAIT =
            Pattern.compile("(^|[,;\\s])wait\\s*=", Pattern.CASE_INSENSITIVE);
    private static final String ORDERS = "/api/v1/orders";

    private final Map<String, Gate> gates;
    private final Outcomes outcomes;

    /**
     * @param gates by the id of the route
     */
    AdmissionFilter(Map<String, Gate> gates, Outcomes outcomes) {
        this.gates = gates;
        this.outcomes = outcomes;
    }

    /** Behind everything that judges the request: what is in flight is the service's work alone. */
    @Override
    public int getOrder() {
        return 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!waitsForOutcome(exchange.getRequest())) {
            return admitted(exchange, chain);
        }
        return outcomes.enter()
                ? chain.filter(exchange).doFinally(end -> outcomes.leave())
                : admitted(atOnce(exchange), chain);
    }

    private Mono<Void> admitted(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Priority priority = Priority.of(request.getMethod(), pathOf(request));
        return gateOf(exchange).admit(priority, chain.filter(exchange), () -> isRefused(exchange));
    }

    private Gate gateOf(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Gate gate = gates.get(route.getId());
        if (gate == null) {
            throw new IllegalStateException("no gate for the route " + route.getId());
        }
        return gate;
    }

    private static boolean isRefused(ServerWebExchange exchange) {
        return Objects.equals(
                exchange.getResponse().getStatusCode(), HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static String pathOf(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().value();
    }

    private static boolean waitsForOutcome(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.POST)
                && pathOf(request).equals(ORDERS)
                && request.getHeaders().getOrEmpty(PREFER).stream()
                        .anyMatch(value -> WAIT.matcher(value).find());
    }

    private static ServerWebExchange atOnce(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(PREFER)))
                .build();
    }
}
