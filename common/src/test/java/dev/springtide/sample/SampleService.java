package dev.springtide.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What a service is before it has a domain. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SampleService {

    private static final SecretKey KEY =
            new SecretKeySpec(
                    "a key that is only used by these tests".getBytes(StandardCharsets.UTF_8),
                    "HmacSHA256");

    @Bean
    JwtDecoder jwtDecoder() {
        return NimbusJwtDecoder.withSecretKey(KEY).build();
    }

    /** A token that the sample accepts. */
    public static String token(String subject, String role) throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder()
                                .subject(subject)
                                .claim("roles", List.of(role))
                                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                                .build());
        jwt.sign(new MACSigner(KEY));
        return jwt.serialize();
    }

    /** Points a context at an empty database and at the shared broker. */
    public static Database infrastructure(DynamicPropertyRegistry registry, String name) {
        Database database = Infrastructure.freshDatabase(name);
        registry.add("spring.config.import", () -> "classpath:springtide-common.yaml");
        registry.add("spring.application.name", () -> name + "-service");
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add(
                "spring.kafka.bootstrap-servers", () -> Infrastructure.kafka().bootstrapServers());
        return database;
    }
}
