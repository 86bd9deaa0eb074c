package dev.springtide.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpHeaders;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTests {

    @Test
    void goesOnForAMomentAfterItWasToldToEnd() throws InterruptedException {
        Drain drain = new Drain(Duration.ofMillis(300));
        drain.start();
        assertThat(drain.isDraining()).isFalse();
        long begin = System.nanoTime();
        Thread end = Thread.ofVirtual().start(drain::stop);
        await().until(drain::isDraining);
        assertThat(drain.isRunning()).isTrue();
        end.join();
        assertThat(drain.isRunning()).isFalse();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void endsBeforeConsumersLeaveAndTheServerRefuses() {
        int phase = new Drain(Duration.ZERO).getPhase();
        assertThat(phase).isGreaterThan(new KafkaListenerEndpointRegistry().getPhase());
    }

    @Test
    void closesAConnectionWithTheNextAnswerOnlyWhileItDrains() throws Exception {
        Drain drain = new Drain(Duration.ZERO);
        drain.start();
        assertThat(connectionHeader(drain)).isNull();
        drain.stop();
        assertThat(connectionHeader(drain)).isEqualTo("close");
    }

    @Test
    void isPartOfEveryWebApplication() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ShutdownAutoConfiguration.class))
                .withPropertyValues("springtide.shutdown.drain=0s")
                .run(context ->
                        assertThat(context)
                                .hasSingleBean(Drain.class)
                                .hasSingleBean(ClosingFilter.class));
    }

    private static @Nullable String connectionHeader(Drain drain)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ClosingFilter(drain)
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response.getHeader(HttpHeaders.CONNECTION);
    }
}
