package dev.springtide.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class IssuerKeysTests {

    private static final ClientRequest REQUEST =
            ClientRequest.create(HttpMethod.GET, URI.create("https://issuer.example/jwks")).build();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<HttpStatus> status = new AtomicReference<>(HttpStatus.OK);
    private final ExchangeFunction issuer =
            _ ->
                    Mono.delay(Duration.ofMillis(20))
                            .map(_ -> {
                                int number = asked.incrementAndGet();
                                return ClientResponse.create(status.get())
                                        .body("keys " + number)
                                        .build();
                            });

    @Test
    void asksOnceForAllWhoWantThemAtTheSameTime() {
        IssuerKeys keys = new IssuerKeys(Duration.ofMinutes(1));

        Flux.range(0, 500).flatMap(_ -> body(keys), 500).blockLast();

        assertThat(body(keys).block()).isEqualTo("keys 1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainAfterAWhile() {
        IssuerKeys keys = new IssuerKeys(Duration.ofMillis(50));
        assertThat(body(keys).block()).isEqualTo("keys 1");

        await().until(() -> "keys 2".equals(body(keys).block()));
    }

    @Test
    void doesNotRememberAFailure() {
        IssuerKeys keys = new IssuerKeys(Duration.ofMinutes(1));
        status.set(HttpStatus.BAD_GATEWAY);
        assertThatThrownBy(() -> body(keys).block()).isInstanceOf(WebClientResponseException.class);

        status.set(HttpStatus.OK);

        assertThat(body(keys).block()).isEqualTo("keys 2");
    }

    private Mono<String> body(IssuerKeys keys) {
        return keys.filter(REQUEST, issuer).flatMap(response -> response.bodyToMono(String.class));
    }
}
