package dev.springtide.gateway.token;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What needs no token. */
final class PublicPaths {

    private PublicPaths() {}

    static boolean contains(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        HttpMethod method = request.getMethod();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return within(path, "/api/v1/products") || documentation(path) || probe(path);
        }
        return method.equals(HttpMethod.POST) && path.startsWith("/api/v1/provider-events/");
    }

    private static boolean documentation(String path) {
        return path.equals("/openapi.yaml")
                || path.equals("/openapi.json")
                || path.equals("/asyncapi.yaml")
                || path.equals("/asyncapi.json")
                || within(path, "/docs")
                || within(path, "/problems");
    }

    private static boolean probe(String path) {
        return path.equals("/livez") || path.equals("/readyz");
    }

    private static boolean within(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
