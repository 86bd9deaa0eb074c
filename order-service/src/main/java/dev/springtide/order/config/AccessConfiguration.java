package dev.springtide.order.config;

import dev.springtide.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which role may use which route. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final String CUSTOMER = "customer";
    private static final String OPERATOR = "operator";

    @Bean
    AccessRules orderAccess() {
        return requests ->
                requests.requestMatchers(HttpMethod.POST, "/api/v1/orders")
                        .hasRole(CUSTOMER)
                        .requestMatchers(HttpMethod.POST, "/api/v1/orders/*/refunds")
                        .hasRole(OPERATOR)
                        .requestMatchers(HttpMethod.POST, "/api/v1/orders/*/shipments")
                        .hasRole(OPERATOR)
                        .requestMatchers("/api/v1/admin/**")
                        .hasRole(OPERATOR)
                        .requestMatchers("/api/v1/orders/**")
                        .hasAnyRole(CUSTOMER, OPERATOR);
    }
}
