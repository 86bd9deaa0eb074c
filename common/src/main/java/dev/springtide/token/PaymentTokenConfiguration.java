package dev.springtide.token;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by the two services that see payment tokens; the others need no key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentTokenProperties.class)
public class PaymentTokenConfiguration {

    @Bean
    PaymentTokenCipher paymentTokenCipher(PaymentTokenProperties properties) {
        return new PaymentTokenCipher(properties.key());
    }
}
