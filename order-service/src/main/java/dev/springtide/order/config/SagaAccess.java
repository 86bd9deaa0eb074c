package dev.springtide.order.config;

import dev.springtide.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;

/** Who may cancel and who may refund; before more general rules for orders. */
@Configuration(proxyBeanMethods = false)
class SagaAccess {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AccessRules sagaAccessRules() {
        return requests ->
                requests.requestMatchers(HttpMethod.POST, "/api/v1/orders/*/refunds")
                        .hasRole("operator")
                        .requestMatchers(HttpMethod.POST, "/api/v1/orders/*/cancellation")
                        .hasAnyRole("customer", "operator");
    }
}
