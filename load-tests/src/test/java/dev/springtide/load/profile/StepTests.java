package dev.springtide.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    void namesTheTaskOfAThreadAndTheInnermostLayerOfARequest(String frames, String label) {
        assertThat(Step.of(List.of(frames.split(";", -1))).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @EnumSource
    void isToldByEachOfItsMarks(Step step) {
        assertThat(step.marks())
                .allSatisfy(mark -> assertThat(Step.of(List.of(mark + "X.run"))).isEqualTo(step));
    }

    @Test
    void seesALayerOnlyAtTheBeginningOfAFrame() {
        assertThat(Step.of(List.of("shaded.tools.jackson.X.write"))).isEqualTo(Step.REST);
        assertThat(Step.of(List.of("shaded.OutboxRelay.run"))).isEqualTo(Step.RELAY);
    }

    @Test
    void hasANameOfItsOwn() {
        assertThat(Arrays.stream(Step.values()).map(Step::label)).doesNotHaveDuplicates();
    }
}
