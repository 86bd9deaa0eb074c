package dev.springtide.localstack.simulator.issuer;

import dev.springtide.localstack.simulator.http.Answer;
import dev.springtide.localstack.simulator.http.Request;
import dev.springtide.localstack.simulator.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** `/issuer`: OpenID discovery, the key set, and tokens for the asking. */
public final class IssuerRoute implements Route {

    public static final String PREFIX = "/issuer";

    private final TokenIssuer issuer;

    public IssuerRoute(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Answer answer(Request request) {
        return switch (request.method() + " " + String.join("/", request.path())) {
            case "GET .well-known/openid-configuration" -> Answer.ok(discovery());
            case "GET jwks" -> Answer.ok(issuer.jwks().toJSONObject());
            case "POST token" -> token(TokenRequest.of(request));
            default -> Answer.error(404, "not found");
        };
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer.issuer(),
                "jwks_uri", issuer.issuer() + "/jwks",
                "token_endpoint", issuer.issuer() + "/token",
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private Answer token(TokenRequest request) {
        Duration validity = request.validity();
        String token = issuer.token(request.subject(), request.knownRole(), validity);
        return Answer.ok(
                Map.of(
                        "access_token",
                        token,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        validity.toSeconds()));
    }
}
