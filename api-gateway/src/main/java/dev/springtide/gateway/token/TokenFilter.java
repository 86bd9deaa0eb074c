package dev.springtide.gateway.token;

import dev.springtide.gateway.problem.ProblemResponses;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers 401 to every request that carries no valid token, whether its path exists or not, public
 * paths apart. Roles are the services' matter: they verify the token for themselves.
 */
public final class TokenFilter implements WebFilter, Ordered {

    private static final String SCHEME = "bearer ";
    private static final String SUBJECT = TokenFilter.class.getName() + ".subject";

    private final VerifiedTokens tokens;
    private final ProblemResponses problems;
    private final Predicate<ServerHttpRequest> elsewhereGuarded;

    /**
     * @param elsewhereGuarded requests that are not for the public, such as the management port's
     */
    public TokenFilter(
            VerifiedTokens tokens,
            ProblemResponses problems,
            Predicate<ServerHttpRequest> elsewhereGuarded) {
        this.tokens = tokens;
        this.problems = problems;
        this.elsewhereGuarded = elsewhereGuarded;
    }

    /** Whose token came with the request; null where none was asked for. */
    public static @Nullable String subjectOf(ServerWebExchange exchange) {
        return exchange.getAttribute(SUBJECT);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 200;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (PublicPaths.contains(request) || elsewhereGuarded.test(request)) {
            return chain.filter(exchange);
        }
        List<String> authorization = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        String token = bearer(authorization);
        if (token == null) {
            return refuse(exchange.getResponse(), authorization.isEmpty());
        }
        return tokens.verify(token)
                .map(Optional::of)
                .onErrorResume(BadJwtException.class, bad -> Mono.just(Optional.empty()))
                .onErrorMap(JwtException.class, TokenFilter::issuerUnreachable)
                .flatMap(subject ->
                        subject.isPresent()
                                ? proceed(exchange, chain, subject.get())
                                : refuse(exchange.getResponse(), false));
    }

    private static Mono<Void> proceed(
            ServerWebExchange exchange, WebFilterChain chain, String subject) {
        exchange.getAttributes().put(SUBJECT, subject);
        return chain.filter(exchange);
    }

    private Mono<Void> refuse(ServerHttpResponse response, boolean anonymous) {
        response.getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        anonymous ? "Bearer" : "Bearer error=\"invalid_token\"");
        return problems.write(response, ProblemType.UNAUTHORIZED, null);
    }

    private static @Nullable String bearer(List<String> authorization) {
        if (authorization.size() != 1) {
            return null;
        }
        String value = authorization.getFirst();
        boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer && value.length() > SCHEME.length() ? value.substring(SCHEME.length()) : null;
    }

    private static ProblemException issuerUnreachable(JwtException cause) {
        ProblemException unavailable =
                new ProblemException(
                        ProblemType.SERVICE_UNAVAILABLE, "tokens cannot be verified at present");
        unavailable.initCause(cause);
        return unavailable;
    }
}
