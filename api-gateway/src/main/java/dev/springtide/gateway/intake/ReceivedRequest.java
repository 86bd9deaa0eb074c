package dev.springtide.gateway.intake;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body is in memory; its length is known even when it came in chunks. */
final class ReceivedRequest extends ServerHttpRequestDecorator {

    private final byte[] body;
    private final HttpHeaders headers;

    ReceivedRequest(ServerHttpRequest request, byte[] body) {
        super(request);
        this.body = body;
        HttpHeaders original = request.getHeaders();
        if (original.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            headers = HttpHeaders.copyOf(original);
            headers.remove(HttpHeaders.TRANSFER_ENCODING);
            headers.setContentLength(body.length);
        } else {
            headers = original;
        }
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
}
