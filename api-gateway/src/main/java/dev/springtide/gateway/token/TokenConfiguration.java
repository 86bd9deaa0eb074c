package dev.springtide.gateway.token;

import dev.springtide.gateway.config.GatewayProperties;
import dev.springtide.gateway.problem.ProblemResponses;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Puts the token check together; without an issuer the gateway does not start. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    VerifiedTokens verifiedTokens(
            ObjectProvider<ReactiveJwtDecoder> decoder, GatewayProperties properties) {
        ReactiveJwtDecoder verifying = decoder.getIfUnique();
        if (verifying == null) {
            throw new IllegalStateException(
                    "Name the token issuer: spring.security.oauth2.resourceserver.jwt.issuer-uri");
        }
        return new VerifiedTokens(verifying, Clock.systemUTC(), properties.tokenCacheSize());
    }

    @Bean
    ManagementRequests managementRequests() {
        return new ManagementRequests();
    }

    @Bean
    TokenFilter tokenFilter(
            VerifiedTokens tokens, ProblemResponses problems, ManagementRequests management) {
        return new TokenFilter(tokens, problems, management);
    }
}
