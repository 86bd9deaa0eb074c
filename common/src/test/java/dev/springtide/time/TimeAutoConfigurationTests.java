package dev.springtide.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.springtide.id.IdAutoConfiguration;
import dev.springtide.id.UuidV7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TimeAutoConfigurationTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    TimeAutoConfiguration.class, IdAutoConfiguration.class));

    @Test
    void isTheMachinesTimeUnlessToldOtherwise() {
        application.run(
                context -> assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC()));
    }

    @Test
    void isAsFarOffAsItIsTold() {
        application
                .withPropertyValues("springtide.clock.offset=-1h")
                .run(context -> {
                    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
                    assertThat(context.getBean(Clock.class).instant())
                            .isCloseTo(hourAgo, within(1, ChronoUnit.MINUTES));
                    assertThat(UuidV7.timestamp(context.getBean(UuidV7.class).next()))
                            .isCloseTo(hourAgo, within(1, ChronoUnit.MINUTES));
                });
    }
}
