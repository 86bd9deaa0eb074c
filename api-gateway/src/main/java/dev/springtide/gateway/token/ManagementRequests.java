package dev.springtide.gateway.token;

import java.net.InetSocketAddress;
import java.util.function.Predicate;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Recognises the actuator's requests: they came in through the management port. */
final class ManagementRequests
        implements Predicate<ServerHttpRequest>, ApplicationListener<WebServerInitializedEvent> {

    private volatile int port = -1;

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    @Override
    public boolean test(ServerHttpRequest request) {
        InetSocketAddress local = request.getLocalAddress();
        return local != null
                && local.getPort() == port
                && request.getPath().value().startsWith("/actuator");
    }
}
