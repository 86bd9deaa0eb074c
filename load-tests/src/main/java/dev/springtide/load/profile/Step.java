package dev.springtide.load.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a service is doing for an order when a sample is taken, told by the frames of its stack.
 *
 * <p>Work of a thread with one task is named by the task, wherever in it the sample fell. A request
 * runs through nested layers on one stack, so there the innermost known layer counts.
 */
final class Step {
    static final String REST = "the rest";

    /** By a part of a frame anywhere in the stack. */
    private static final List<Map.Entry<String, String>> TASKS =
            List.of(
                    Map.entry("IntakeLane.", "intake: batches of new orders"),
                    Map.entry("OutboxRelay.", "outbox relay"),
                    Map.entry("SettlementWriter.", "payment: writing results"),
                    Map.entry("OperationRunner.", "payment: calling the provider"),
                    Map.entry("OperationDispatcher.", "payment: claiming what is due"),
                    Map.entry("BatchConsumer.", "events: applying"),
                    Map.entry("ListenerConsumer.", "events: polling"),
                    Map.entry("org.apache.kafka.clients.", "Kafka client"),
                    Map.entry("jdk.internal.net.http.", "payment: HTTP client"),
                    Map.entry("io.prometheus.", "metrics page"));

    /** By the beginning of the innermost frame that has one of these. */
    private static final List<Map.Entry<String, String>> LAYERS =
            List.of(
                    Map.entry("io.micrometer.", "request: metrics and traces"),
                    Map.entry("io.opentelemetry.", "request: metrics and traces"),
                    Map.entry("ch.qos.logback.", "request: log"),
                    Map.entry("tools.jackson.", "request: JSON"),
                    Map.entry("org.postgresql.", "request: database"),
                    Map.entry("com.zaxxer.", "request: database"),
                    Map.entry("org.springframework.jdbc.", "request: database"),
                    Map.entry("io.lettuce.", "request: Redis"),
                    Map.entry("dev.springtide.", "request: own code"),
                    Map.entry("com.nimbusds.", "request: security"),
                    Map.entry("org.springframework.security.", "request: security"),
                    Map.entry("org.springframework.cloud.", "request: routing"),
                    Map.entry("org.springframework.", "request: Spring Web"),
                    Map.entry("org.apache.", "request: Tomcat"),
                    Map.entry("io.netty.", "request: Netty"),
                    Map.entry("reactor.netty.", "request: Netty"),
                    Map.entry("reactor.", "request: Reactor"));

    private Step() {}

    /**
     * The step of a stack.
     *
     * @param frames class and method, the innermost first
     */
    static String of(List<String> frames) {
        return TASKS.stream()
                .filter(task -> frames.stream().anyMatch(frame -> frame.contains(task.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> frames.stream().flatMap(Step::layer).findFirst())
                .orElse(REST);
    }

    private static Stream<String> layer(String frame) {
        return LAYERS.stream()
                .filter(layer -> frame.startsWith(layer.getKey()))
                .map(Map.Entry::getValue)
                .limit(1);
    }
}
