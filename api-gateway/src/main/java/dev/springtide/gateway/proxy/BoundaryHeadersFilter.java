package dev.springtide.gateway.proxy;

import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Headers that must not cross the door: inwards what a client claims about proxies before us,
 * outwards what names our servers.
 */
abstract sealed class BoundaryHeadersFilter implements HttpHeadersFilter, Ordered {

    private final Type type;

    private BoundaryHeadersFilter(Type type) {
        this.type = type;
    }

    abstract boolean stays(String header);

    @Override
    public boolean supports(Type filtered) {
        return filtered == type;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        List<String> going =
                input.headerNames().stream()
                        .filter(name -> !stays(name.toLowerCase(Locale.ROOT)))
                        .toList();
        if (going.isEmpty()) {
            return input;
        }
        HttpHeaders output = HttpHeaders.copyOf(input);
        going.forEach(output::remove);
        return output;
    }

    /** Of a client's request. */
    static final class Inwards extends BoundaryHeadersFilter {
        Inwards() {
            super(Type.REQUEST);
        }

        @Override
        boolean stays(String header) {
            return !header.equals("forwarded")
                    && !header.startsWith("x-forwarded-")
                    && !header.equals("x-real-ip");
        }
    }

    /** Of a service's response. */
    static final class Outwards extends BoundaryHeadersFilter {
        Outwards() {
            super(Type.RESPONSE);
        }

        @Override
        boolean stays(String header) {
            return !header.equals("server")
                    && !header.equals("via")
                    && !header.equals("x-powered-by")
                    && !header.startsWith("x-internal-");
        }
    }
}
