package dev.springtide.payment.config;

import dev.springtide.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    AccessRules paymentAccess() {
        return requests ->
                requests.requestMatchers(HttpMethod.GET, "/api/v1/payments/*")
                        .hasAnyRole("customer", "operator")
                        // Open to whoever can sign.
                        .requestMatchers(HttpMethod.POST, "/api/v1/provider-events/*")
                        .permitAll();
    }
}
