package dev.springtide.payment.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The payment provider.
 *
 * @param name its name in the path of its webhooks
 * @param baseUrl without a slash at the end
 * @param webhookSecrets any of them may have signed, so that a new one can be handed over in time
 * @param webhookTolerance how far a webhook's timestamp may be from now
 * @param connectTimeout for a new connection
 * @param timeout for a whole call
 */
@Validated
@ConfigurationProperties("springtide.provider")
public record ProviderProperties(
        @NotBlank @DefaultValue("simulator") String name,
        @NotNull URI baseUrl,
        @NotBlank String apiKey,
        @NotEmpty List<@NotBlank String> webhookSecrets,
        @DefaultValue("300s") Duration webhookTolerance,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("3s") Duration timeout) {

    @Override
    public String toString() {
        return "ProviderProperties[name=" + name + ", baseUrl=" + baseUrl + "]";
    }
}
