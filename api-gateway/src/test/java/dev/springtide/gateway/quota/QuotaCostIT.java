package dev.springtide.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.springtide.embedded.Infrastructure;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quota costs the gateway: processor time of this JVM, Redis's own apart. */
class QuotaCostIT {

    private static final int REQUESTS = 20_000;
    private static final int PASSES = 3;
    private static final double MICROSECONDS_AT_MOST = 100;

    private final OperatingSystemMXBean machine =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1_000})
    void isBearableForClientsWithFewRequestsAndWithMany(int requestsOfEach) {
        try (Instance instance = new Instance(properties()).connected()) {
            double cost = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                String name = "client-" + requestsOfEach + '-' + pass + '-';
                cost = microseconds(instance, n -> name + n / requestsOfEach);
            }
            System.out.printf("%d requests a client: %.1f µs each%n", requestsOfEach, cost);
            assertThat(cost).isLessThan(MICROSECONDS_AT_MOST);
        }
    }

    private double microseconds(Instance instance, IntFunction<String> subject) {
        long before = machine.getProcessCpuTime();
        for (int n = 0; n < REQUESTS; n++) {
            assertThat(instance.take(subject.apply(n)).isConsumed()).isTrue();
        }
        return (machine.getProcessCpuTime() - before) / 1e3 / REQUESTS;
    }

    private static QuotaProperties properties() {
        return new QuotaProperties(
                1_000_000,
                1_000_000,
                10,
                REQUESTS,
                URI.create("redis://127.0.0.1:" + Infrastructure.redis().port()),
                Duration.ofMillis(500),
                Duration.ofMillis(100));
    }
}
