package dev.springtide.gateway.copies;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands over headers and body of an answer that has been sent whole and may be kept. */
final class CopyingResponse extends ServerHttpResponseDecorator {

    private static final int LARGEST = 256 * 1_024;

    private final BiConsumer<HttpHeaders, byte[]> whole;

    CopyingResponse(ServerHttpResponse response, BiConsumer<HttpHeaders, byte[]> whole) {
        super(response);
        this.whole = whole;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        if (!Objects.equals(getStatusCode(), HttpStatus.OK)
                || Freshness.of(getHeaders()).isZero()) {
            return super.writeWith(body);
        }
        HttpHeaders headers = HttpHeaders.copyOf(getHeaders());
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        return super.writeWith(Flux.from(body).doOnNext(part -> add(part, copied)))
                .doOnSuccess(sent -> {
                    if (copied.size() <= LARGEST) {
                        whole.accept(headers, copied.toByteArray());
                    }
                });
    }

    private static void add(DataBuffer part, ByteArrayOutputStream copied) {
        if (copied.size() <= LARGEST) {
            byte[] bytes = new byte[part.readableByteCount()];
            part.toByteBuffer(part.readPosition(), ByteBuffer.wrap(bytes), 0, bytes.length);
            copied.writeBytes(bytes);
        }
    }
}
