package dev.springtide.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedisGateTests {

    private final AtomicBoolean answers = new AtomicBoolean();
    private final AtomicInteger commands = new AtomicInteger();

    @Test
    void opensOnlyWhenRedisAnswers() {
        try (RedisGate gate = gate()) {
            assertThat(gate.attempt(this::command, "without")).isEqualTo("without");
            assertThat(commands).hasValue(0);

            answers.set(true);
            Awaitility.await().until(gate::isOpen);

            assertThat(gate.attempt(this::command, "without")).isEqualTo("with");
        }
    }

    @Test
    void sparesEverybodyAfterTheFirstFailure() {
        answers.set(true);
        try (RedisGate gate = gate()) {
            Awaitility.await().until(gate::isOpen);
            answers.set(false);

            for (int i = 0; i < 100; i++) {
                assertThat(gate.attempt(this::command, "without")).isEqualTo("without");
            }

            assertThat(commands).hasValue(1);
        }
    }

    private RedisGate gate() {
        return new RedisGate(
                "test", this::command0, Duration.ofMillis(10), new SimpleMeterRegistry());
    }

    private void command0() {
        if (!answers.get()) {
            throw new IllegalStateException("no answer");
        }
    }

    private String command() {
        commands.incrementAndGet();
        command0();
        return "with";
    }
}
