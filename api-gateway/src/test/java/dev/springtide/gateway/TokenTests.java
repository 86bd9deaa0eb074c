package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.springtide.localstack.simulator.issuer.TokenIssuer;
import dev.springtide.problem.ProblemType;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTests extends GatewayTest {

    private static final List<String> GUARDED =
            List.of(
                    "GET /api/v1/orders",
                    "POST /api/v1/orders",
                    "GET /api/v1/orders/0197/timeline",
                    "POST /api/v1/orders/0197/cancellation",
                    "POST /api/v1/orders/0197/refunds",
                    "PUT /api/v1/products/SKU-1",
                    "DELETE /api/v1/products/SKU-1",
                    "GET /api/v1/inventory/SKU-1",
                    "POST /api/v1/inventory/SKU-1/adjustments",
                    "GET /api/v1/payments/0197",
                    "GET /api/v1/provider-events/acme",
                    "GET /api/v1/admin/orders",
                    "POST /api/v1/admin/inventory/parked-records/1/replay",
                    "GET /",
                    "GET /nothing/here",
                    "POST /docs",
                    "GET /api/v1/productsx",
                    "GET /problemsx",
                    "GET /actuator",
                    "GET /actuator/health",
                    "GET /actuator/prometheus");

    private static final Map<String, String> BAD_TOKENS = badTokens();

    static Stream<String> kinds() {
        return BAD_TOKENS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesEveryCallWithoutAGoodToken(String kind) throws Exception {
        String authorization = Objects.requireNonNull(BAD_TOKENS.get(kind));
        for (String call : GUARDED) {
            String[] parts = call.split(" ", 2);
            HttpRequest.Builder request =
                    request(parts[1]).method(parts[0], HttpRequest.BodyPublishers.noBody());
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            HttpResponse<String> response = send(request);

            assertProblem(response, ProblemType.UNAUTHORIZED);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .as(call)
                    .hasValue(
                            authorization.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void letsAGoodTokenThroughToTheService() throws Exception {
        String token = customer();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response =
                    send(request("/api/v1/orders").header("Authorization", "bearer " + token));
            assertThat(response.statusCode()).isEqualTo(200);
        }
        assertThat(STUB.received()).hasSize(3);
        assertThat(STUB.received().getFirst().headers().getFirst("Authorization"))
                .isEqualTo("bearer " + token);
    }

    @Test
    void refusesTwoTokens() throws Exception {
        assertProblem(
                send(authorized("/api/v1/orders").header("Authorization", "Bearer x")),
                ProblemType.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products",
                "/api/v1/products/SKU-1",
                "/livez",
                "/readyz",
                "/openapi.yaml",
                "/openapi.json",
                "/docs",
                "/problems/not-found"
            })
    void publicPathsNeedNoToken(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isLessThan(400);
    }

    @Test
    void providerEventsNeedNoTokenBecauseTheyAreSigned() throws Exception {
        HttpResponse<String> response =
                send(
                        request("/api/v1/provider-events/acme")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertProblem(response, ProblemType.SERVICE_UNAVAILABLE);
    }

    @Test
    void actuatorAnswersOnTheManagementPortOnly() throws Exception {
        String management = "http://127.0.0.1:" + managementPort;
        HttpRequest.Builder health =
                HttpRequest.newBuilder(java.net.URI.create(management + "/actuator/health"));
        HttpRequest.Builder orders =
                HttpRequest.newBuilder(java.net.URI.create(management + "/api/v1/orders"));

        assertThat(send(health).statusCode()).isEqualTo(200);
        assertProblem(send(orders), ProblemType.UNAUTHORIZED);
        assertProblem(send(authorized("/actuator/health")), ProblemType.NOT_FOUND);
    }

    private static Map<String, String> badTokens() {
        TokenIssuer issuer = SIMULATOR.issuer();
        Duration hour = Duration.ofHours(1);
        JWTClaimsSet good = issuer.claims("alice", "operator", hour).build();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none", "");
        tokens.put("garbage", "Bearer garbage");
        tokens.put("empty", "Bearer ");
        tokens.put("basic", "Basic YWxpY2U6c2VjcmV0");
        tokens.put(
                "expired", "Bearer " + issuer.token("alice", "operator", Duration.ofMinutes(-2)));
        tokens.put(
                "audience",
                "Bearer "
                        + issuer.sign(
                                issuer.claims("alice", "operator", hour).audience("x").build()));
        tokens.put(
                "noAudience",
                "Bearer "
                        + issuer.sign(
                                issuer.claims("alice", "operator", hour)
                                        .audience((String) null)
                                        .build()));
        tokens.put(
                "issuer",
                "Bearer "
                        + issuer.sign(
                                issuer.claims("alice", "operator", hour)
                                        .issuer("http://127.0.0.1:1/issuer")
                                        .build()));
        tokens.put("algNone", "Bearer " + new PlainJWT(good).serialize());
        tokens.put("confusion", "Bearer " + signedWithThePublicKey(good));
        tokens.put(
                "otherKey",
                "Bearer " + new TokenIssuer(issuer.issuer()).token("alice", "operator"));
        String token = issuer.sign(good);
        tokens.put("tampered", "Bearer " + token.substring(0, token.length() - 8) + "AAAAAAAA");
        return tokens;
    }

    /** RS256 turned into HS256 with the public key, which everybody knows, as the secret. */
    private static String signedWithThePublicKey(JWTClaimsSet claims) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(SIMULATOR.issuer().publicKey().getKeyID())
                                .build(),
                        claims);
        try {
            byte[] key = SIMULATOR.issuer().publicKey().toRSAPublicKey().getEncoded();
            token.sign(new MACSigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
        return token.serialize();
    }
}
