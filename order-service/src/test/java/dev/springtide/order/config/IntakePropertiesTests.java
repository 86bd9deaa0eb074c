package dev.springtide.order.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class IntakePropertiesTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Intake.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IntakeProperties.class)
    static class Intake {}

    @ParameterizedTest
    @ValueSource(longs = {0, 50})
    void lanesMayGatherForUpTo50Milliseconds(long millis) {
        application
                .withPropertyValues("springtide.intake.interval=" + millis + "ms")
                .run(context ->
                        assertThat(context.getBean(IntakeProperties.class).interval())
                                .isEqualTo(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 51})
    void refusesAnIntervalOutOfRange(long millis) {
        application
                .withPropertyValues("springtide.intake.interval=" + millis + "ms")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("springtide.intake")
                                .hasMessageContaining("interval"));
    }
}
