package dev.springtide.gateway.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The gateway's own settings.
 *
 * @param services where the services are
 * @param limits of what comes in
 * @param tokenCacheSize verified tokens remembered, about 2 KiB each; 0 verifies every request anew
 */
@Validated
@ConfigurationProperties("springtide.gateway")
public record GatewayProperties(
        @Valid @NotNull Services services,
        @Valid @DefaultValue Limits limits,
        @DefaultValue("50000") @PositiveOrZero int tokenCacheSize) {

    /** Base URLs of the services. */
    public record Services(@NotNull URI order, @NotNull URI inventory, @NotNull URI payment) {}
}
