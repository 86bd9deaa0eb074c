package dev.springtide.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Asks the issuer for its keys once in a while, however many tokens name a key that is not known:
 * anybody can invent such tokens, and each would be a request to the issuer. A key is therefore
 * known here up to that while after the issuer publishes it. Failures are not remembered.
 */
final class IssuerKeys implements ExchangeFilterFunction {

    private final Duration memory;

    /** By address: that of the keys, and those where the issuer says what it is. */
    private final Map<URI, Mono<ResponseEntity<String>>> remembered = new ConcurrentHashMap<>();

    IssuerKeys(Duration memory) {
        this.memory = memory;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return remembered
                .computeIfAbsent(request.url(), _ -> asked(request, next))
                .map(IssuerKeys::response);
    }

    /** One request for all who want the keys at the same time. */
    private Mono<ResponseEntity<String>> asked(ClientRequest request, ExchangeFunction next) {
        return Mono.defer(() -> next.exchange(request))
                .flatMap(response ->
                        response.statusCode().is2xxSuccessful()
                                ? response.toEntity(String.class)
                                : response.createError())
                .cache(_ -> memory, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static ClientResponse response(ResponseEntity<String> answer) {
        return ClientResponse.create(answer.getStatusCode())
                .headers(headers -> headers.addAll(answer.getHeaders()))
                .body(Objects.requireNonNullElse(answer.getBody(), ""))
                .build();
    }
}
