package dev.springtide.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call what, by method, path and role. A service contributes one as a bean; the rules are
 * judged before the body is read. Whatever no rule names needs a valid token. The roles are {@code
 * customer} and {@code operator}.
 */
@FunctionalInterface
public interface AccessRules {

    void apply(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests);
}
