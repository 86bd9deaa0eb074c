package dev.springtide.gateway.token;

import dev.springtide.gateway.config.GatewayProperties;
import dev.springtide.gateway.problem.ProblemResponses;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.JwkSetUriReactiveJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/** Puts the token check together; without an issuer the gateway does not start. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration KEYS_MEMORY = Duration.ofSeconds(2);

    @Bean
    JwkSetUriReactiveJwtDecoderBuilderCustomizer issuerKeys() {
        WebClient client = WebClient.builder().filter(new IssuerKeys(KEYS_MEMORY)).build();
        return decoder -> decoder.webClient(client);
    }

    /** The framework's own check of a token's times reads the machine's clock only. */
    @Bean
    JwtTimestampValidator tokenTimes(Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        return times;
    }

    @Bean
    VerifiedTokens verifiedTokens(
            ObjectProvider<ReactiveJwtDecoder> decoder, Clock clock, GatewayProperties properties) {
        ReactiveJwtDecoder verifying = decoder.getIfUnique();
        if (verifying == null) {
            throw new IllegalStateException(
                    "Name the token issuer: spring.security.oauth2.resourceserver.jwt.issuer-uri");
        }
        return new VerifiedTokens(verifying, clock, properties.tokenCacheSize());
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
