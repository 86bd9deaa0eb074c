package dev.springtide.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTests {

    @ParameterizedTest
    @CsvSource({
        "java.util.HashMap.get;tools.jackson.databind.X.write;dev.springtide.outbox.OutboxRelay.run,"
                + " outbox relay",
        "org.postgresql.core.X.send;dev.springtide.messaging.BatchConsumer.process;"
                + "org.springframework.kafka.listener.Y$ListenerConsumer.run, events: applying",
        "sun.nio.ch.Net.poll;org.springframework.kafka.listener.Y$ListenerConsumer.run,"
                + " events: polling",
        "java.util.HashMap.get;tools.jackson.databind.X.write;org.springframework.web.Y.do;"
                + "org.apache.catalina.Z.doFilter, request: JSON",
        "java.util.HashMap.get;org.springframework.security.web.X.doFilter;"
                + "org.apache.catalina.Z.doFilter, request: security",
        "java.lang.Thread.run, the rest"
    })
    void namesTheTaskOfAThreadAndTheInnermostLayerOfARequest(String frames, String step) {
        assertThat(Step.of(List.of(frames.split(";", -1)))).isEqualTo(step);
    }
}
