package dev.springtide.gateway.proxy;

import dev.springtide.gateway.config.GatewayProperties;
import java.net.URI;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which service answers what. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, GatewayProperties properties) {
        GatewayProperties.Services services = properties.services();
        RouteLocatorBuilder.Builder routes = builder.routes();
        route(
                routes,
                "order-service",
                services.order(),
                "/api/v1/orders/**",
                "/api/v1/admin/order/**",
                "/api/v1/admin/orders/**");
        route(
                routes,
                "inventory-service",
                services.inventory(),
                "/api/v1/products/**",
                "/api/v1/inventory/**",
                "/api/v1/admin/inventory/**");
        route(
                routes,
                "payment-service",
                services.payment(),
                "/api/v1/payments/**",
                "/api/v1/provider-events/**",
                "/api/v1/admin/payment/**");
        return routes.build();
    }

    /**
     * A request is sent once: whether to try again is the client's decision, by idempotency key.
     */
    @Bean
    HttpClientCustomizer noSilentRetry() {
        return client -> client.disableRetry(true);
    }

    @Bean
    ServiceErrorFilter serviceErrorFilter() {
        return new ServiceErrorFilter();
    }

    @Bean
    BoundaryHeadersFilter.Inwards inwards() {
        return new BoundaryHeadersFilter.Inwards();
    }

    @Bean
    BoundaryHeadersFilter.Outwards outwards() {
        return new BoundaryHeadersFilter.Outwards();
    }

    private static void route(
            RouteLocatorBuilder.Builder routes, String id, URI uri, String... patterns) {
        routes.route(id, route -> route.path(patterns).uri(uri));
    }
}
