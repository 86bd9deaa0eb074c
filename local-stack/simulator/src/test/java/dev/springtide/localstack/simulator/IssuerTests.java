package dev.springtide.localstack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IssuerTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.inProcess(ProviderClient.API_KEY));

    @AfterEach
    void stop() {
        simulator.close();
        http.close();
    }

    @Test
    void issuesTokensThatItsKeySetVerifies() throws Exception {
        var discovery =
                new JsonMapper().readTree(get("/issuer/.well-known/openid-configuration").body());
        URI jwks = URI.create(discovery.path("jwks_uri").asString());
        JWKSet keys = JWKSet.load(jwks.toURL());
        SignedJWT token = SignedJWT.parse(accessToken(form("sub=alice&role=customer").body()));

        assertThat(discovery.path("issuer").asString()).isEqualTo(simulator.issuer().issuer());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key).isNotNull();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getAudience()).containsExactly("springtide");
        assertThat(claims.getStringListClaim("roles")).containsExactly("customer");
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(Instant.now().plus(Duration.ofHours(8)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void takesJsonAndAShorterTime() throws Exception {
        HttpResponse<String> response =
                post("application/json", "{\"sub\":\"bob\",\"role\":\"operator\",\"ttl\":60}");
        var claims = SignedJWT.parse(accessToken(response.body())).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("bob");
        assertThat(claims.getStringListClaim("roles")).containsExactly("operator");
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(Instant.now().plusSeconds(60), within(10, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub=alice",
                "role=customer",
                "sub=alice&role=root",
                "sub=a&role=customer&ttl=0",
                "sub=a&role=customer&ttl=28801",
                "sub=a&role=customer&ttl=x",
                ""
            })
    void refusesWhatItCannotIssue(String form) throws Exception {
        assertThat(form(form).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesRequestsThatCameThroughAnotherName() throws Exception {
        assertThat(statusUnder("rebound.example", simulator)).isEqualTo("HTTP/1.1 403");
    }

    @Test
    void answersToTheNameItWasGivenAndPutsItIntoTokens() throws Exception {
        SimulatorOptions options = SimulatorOptions.inProcess(ProviderClient.API_KEY);
        try (Simulator named = Simulator.start(options.withHost("issuer.test"))) {
            assertThat(statusUnder("issuer.test:" + named.port(), named)).endsWith("200");
            assertThat(statusUnder("localhost:" + named.port(), named)).endsWith("200");
            assertThat(statusUnder("rebound.example", named)).endsWith("403");
            assertThat(named.issuer().issuer())
                    .isEqualTo("http://issuer.test:" + named.port() + "/issuer");
        }
    }

    @Test
    void takesSecretsFromFiles(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "from-a-file\n");

        assertThat(SimulatorOptions.parse(new String[] {"--api-key", "@" + key}).apiKey())
                .isEqualTo("from-a-file");
    }

    private static String statusUnder(String host, Simulator asked) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET /issuer/jwks HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            return new String(start, StandardCharsets.US_ASCII);
        }
    }

    private static String accessToken(String json) {
        return new JsonMapper().readTree(json).path("access_token").asString();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String form) throws Exception {
        return post("application/x-www-form-urlencoded", form);
    }

    private HttpResponse<String> post(String contentType, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/issuer/token"))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + simulator.port() + path);
    }
}
