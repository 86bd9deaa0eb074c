package dev.springtide.gateway.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages of other origins may call. None unless configured; credentials are bearer tokens,
 * so cookies are never allowed.
 *
 * @param allowedOrigins exact origins, or `*`
 * @param maxAge how long a browser may remember the answer to a preflight
 */
@ConfigurationProperties("springtide.gateway.cors")
public record CorsProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue({"GET", "HEAD", "POST", "PUT"}) List<String> allowedMethods,
        @DefaultValue({
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "If-None-Match",
                    "Prefer",
                    "traceparent",
                    "tracestate"
                })
                List<String> allowedHeaders,
        @DefaultValue({
                    "ETag",
                    "Idempotency-Replayed",
                    "Location",
                    "Preference-Applied",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Retry-After"
                })
                List<String> exposedHeaders,
        @DefaultValue("1h") Duration maxAge) {}
