package dev.springtide.token;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The key that intake and payment share.
 *
 * @param key a 256-bit key in base64; without a default, so a service never starts on a well-known
 *     key
 */
@Validated
@ConfigurationProperties("springtide.payment-token")
public record PaymentTokenProperties(@NotBlank String key) {

    @Override
    public String toString() {
        return "PaymentTokenProperties[key=***]";
    }
}
