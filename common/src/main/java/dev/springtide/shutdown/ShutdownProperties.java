package dev.springtide.shutdown;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance ends.
 *
 * @param drain how long it goes on after it was told to end: longer than callers keep connections
 *     without a request on them, and than balancers take to notice. Zero ends at once.
 */
@ConfigurationProperties("springtide.shutdown")
public record ShutdownProperties(@DefaultValue("3s") Duration drain) {}
