package dev.springtide.web;

import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls. Controllers may take it as a parameter.
 *
 * @param subject the token's {@code sub}
 * @param operator whether the token carries the operator's role
 */
public record Caller(String subject, boolean operator) {

    private static final String OPERATOR = "ROLE_operator";

    /**
     * The caller of the current request.
     *
     * @throws InsufficientAuthenticationException on a route that is open to anyone
     */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            boolean operator =
                    token.getAuthorities().stream()
                            .anyMatch(granted -> OPERATOR.equals(granted.getAuthority()));
            return new Caller(token.getName(), operator);
        }
        throw new InsufficientAuthenticationException("the request carries no token");
    }
}
