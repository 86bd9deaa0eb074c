package dev.springtide.gateway.intake;

import dev.springtide.gateway.config.CorsProperties;
import dev.springtide.gateway.config.GatewayProperties;
import dev.springtide.gateway.config.Limits;
import dev.springtide.gateway.problem.ProblemResponses;
import dev.springtide.problem.ProblemType;
import dev.springtide.shutdown.Drain;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import reactor.netty.NettyPipeline;

/** Puts the bounds on what comes in together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    BodyLimitFilter bodyLimitFilter(GatewayProperties properties) {
        Limits limits = properties.limits();
        return new BodyLimitFilter(Math.toIntExact(limits.body().toBytes()), limits.bodyTime());
    }

    @Bean
    ClosingFilter closingFilter(Drain drain) {
        return new ClosingFilter(drain);
    }

    @Bean
    CorsFilter corsFilter(CorsProperties properties) {
        if (properties.allowedOrigins().isEmpty()) {
            return new CorsFilter(null);
        }
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(properties.allowedOrigins());
        configuration.setAllowedMethods(properties.allowedMethods());
        configuration.setAllowedHeaders(properties.allowedHeaders());
        configuration.setExposedHeaders(properties.exposedHeaders());
        configuration.setMaxAge(properties.maxAge());
        configuration.setAllowCredentials(false);
        return new CorsFilter(configuration);
    }

    @Bean
    NettyServerCustomizer requestHeadGuard(
            GatewayProperties properties, ProblemResponses problems) {
        byte[] badRequest =
                problems.document(ProblemType.INVALID_REQUEST, "the request cannot be read");
        return server ->
                server.doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline()
                                .addBefore(
                                        NettyPipeline.HttpTrafficHandler,
                                        "requestHeadGuard",
                                        new RequestHeadGuard(
                                                properties.limits().head(), badRequest)));
    }
}
