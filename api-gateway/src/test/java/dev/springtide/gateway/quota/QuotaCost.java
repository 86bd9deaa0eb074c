package dev.springtide.gateway.quota;

import dev.springtide.embedded.CpuCost;
import dev.springtide.embedded.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What the quota costs the gateway: processor time of this JVM, Redis's own apart. Run by {@code
 * load-tests/quota-cost}.
 */
public final class QuotaCost {

    private static final int REQUESTS = 20_000;
    private static final int PASSES = 3;

    private QuotaCost() {}

    /** Prints the last pass; those before it warm up. */
    public static void main(String[] arguments) {
        for (int requestsOfEach : new int[] {1, 10, 1_000}) {
            try (Instance instance = new Instance(properties()).connected()) {
                double cost = 0;
                for (int pass = 0; pass < PASSES; pass++) {
                    String name = "client-" + requestsOfEach + '-' + pass + '-';
                    cost = microseconds(instance, n -> name + n / requestsOfEach);
                }
                System.out.printf("%d requests a client: %.1f µs each%n", requestsOfEach, cost);
            }
        }
        System.exit(0);
    }

    private static double microseconds(Instance instance, IntFunction<String> subject) {
        return CpuCost.microseconds(
                REQUESTS,
                n -> {
                    if (!instance.admits(subject.apply(n))) {
                        throw new IllegalStateException("refused within the quota: request " + n);
                    }
                });
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
