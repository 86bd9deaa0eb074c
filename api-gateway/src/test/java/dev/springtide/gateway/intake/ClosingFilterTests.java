package dev.springtide.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.shutdown.Drain;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ClosingFilterTests {

    @Test
    void closesAConnectionWithTheNextAnswerOnlyWhileTheInstanceDrains() {
        Drain drain = new Drain(Duration.ZERO);
        drain.start();
        assertThat(connectionHeader(drain)).isNull();
        drain.stop();
        assertThat(connectionHeader(drain)).isEqualTo("close");
    }

    private static @Nullable String connectionHeader(Drain drain) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        new ClosingFilter(drain)
                .filter(exchange, passed -> passed.getResponse().setComplete())
                .block();
        return exchange.getResponse().getHeaders().getFirst(HttpHeaders.CONNECTION);
    }
}
