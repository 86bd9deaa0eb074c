package dev.springtide.web;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Stateless bearer-token security. Tokens are judged by the framework's validators (issuer, time,
 * audience); the claim {@code roles} becomes authorities {@code ROLE_…}.
 */
@Configuration(proxyBeanMethods = false)
public class ResourceServerConfiguration {

    /** The framework's own check of a token's times reads the machine's clock only. */
    @Bean
    JwtTimestampValidator tokenTimes(Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        return times;
    }

    /** Each filter measured by itself would cost a fifth of a request's time and tell nothing. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            ObjectProvider<JwtDecoder> decoder,
            ObjectProvider<AccessRules> rules,
            Clock clock,
            SecurityProblems problems) {
        JwtDecoder verifying = decoder.getIfUnique();
        if (verifying == null) {
            throw new IllegalStateException(
                    "Name the token issuer: spring.security.oauth2.resourceserver.jwt.issuer-uri");
        }
        CachingJwtDecoder caching = new CachingJwtDecoder(verifying, clock);
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/actuator/health/**", "/actuator/prometheus", "/actuator/info")
                            .permitAll();
                    requests.dispatcherTypeMatchers(
                                    jakarta.servlet.DispatcherType.ERROR,
                                    jakarta.servlet.DispatcherType.ASYNC)
                            .permitAll();
                    rules.orderedStream().forEach(rule -> rule.apply(requests));
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.decoder(caching).jwtAuthenticationConverter(roles()))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    private static JwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName("roles");
        authorities.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}
