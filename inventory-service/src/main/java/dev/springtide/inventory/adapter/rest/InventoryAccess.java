package dev.springtide.inventory.adapter.rest;

import dev.springtide.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Anyone reads products; only operators write them and see the stock. */
@Configuration(proxyBeanMethods = false)
class InventoryAccess {

    @Bean
    AccessRules inventoryRules() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, "/api/v1/products", "/api/v1/products/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/api/v1/products", "/api/v1/products/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, "/api/v1/products/*")
                        .hasRole("operator")
                        .requestMatchers("/api/v1/inventory/**")
                        .hasRole("operator");
    }
}
