package dev.springtide.load.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service is doing for an order when a sample is taken, told by the frames of its stack.
 *
 * <p>Work of a thread with one task is named by the task, wherever in it the sample fell. A request
 * runs through nested layers on one stack, so there the innermost known layer counts. Where two
 * steps have a mark in a frame, the one that stands first here has it.
 */
enum Step {
    INTAKE(Kind.TASK, "intake: batches of new orders", "IntakeLane."),
    RELAY(Kind.TASK, "outbox relay", "OutboxRelay."),
    SETTLEMENT(Kind.TASK, "payment: writing results", "SettlementWriter."),
    OPERATION(Kind.TASK, "payment: calling the provider", "OperationRunner."),
    CLAIM(Kind.TASK, "payment: claiming what is due", "OperationDispatcher."),
    EVENTS(Kind.TASK, "events: applying", "BatchConsumer."),
    POLL(Kind.TASK, "events: polling", "ListenerConsumer."),
    KAFKA(Kind.TASK, "Kafka client", "org.apache.kafka.clients."),
    PROVIDER(Kind.TASK, "payment: HTTP client", "jdk.internal.net.http."),
    METRICS_PAGE(Kind.TASK, "metrics page", "io.prometheus."),

    METRICS(Kind.LAYER, "request: metrics and traces", "io.micrometer.", "io.opentelemetry."),
    LOG(Kind.LAYER, "request: log", "ch.qos.logback."),
    JSON(Kind.LAYER, "request: JSON", "tools.jackson."),
    DATABASE(
            Kind.LAYER,
            "request: database",
            "org.postgresql.",
            "com.zaxxer.",
            "org.springframework.jdbc."),
    REDIS(Kind.LAYER, "request: Redis", "io.lettuce."),
    OWN(Kind.LAYER, "request: own code", "dev.springtide."),
    SECURITY(Kind.LAYER, "request: security", "com.nimbusds.", "org.springframework.security."),
    ROUTING(Kind.LAYER, "request: routing", "org.springframework.cloud."),
    WEB(Kind.LAYER, "request: Spring Web", "org.springframework."),
    TOMCAT(Kind.LAYER, "request: Tomcat", "org.apache."),
    NETTY(Kind.LAYER, "request: Netty", "io.netty.", "reactor.netty."),
    REACTOR(Kind.LAYER, "request: Reactor", "reactor."),

    REST(Kind.OTHER, "the rest");

    /** Where a step leaves its marks. */
    enum Kind {
        /** In any frame of the stack, anywhere in its name. */
        TASK,
        /** At the beginning of the innermost frame that is known. */
        LAYER,
        /** Nowhere. */
        OTHER
    }

    private final Kind kind;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> marks;

    Step(Kind kind, String label, String... marks) {
        this.kind = kind;
        this.label = label;
        this.marks = List.of(marks);
    }

    /** For people. */
    String label() {
        return label;
    }

    List<String> marks() {
        return marks;
    }

    /**
     * The step of a stack.
     *
     * @param frames class and method, the innermost first
     */
    static Step of(List<String> frames) {
        return of(Kind.TASK)
                .filter(task -> frames.stream().anyMatch(task::marks))
                .findFirst()
                .or(() -> frames.stream().flatMap(frame -> layer(frame).stream()).findFirst())
                .orElse(REST);
    }

    private static Optional<Step> layer(String frame) {
        return of(Kind.LAYER).filter(layer -> layer.marks(frame)).findFirst();
    }

    private static Stream<Step> of(Kind kind) {
        return Arrays.stream(values()).filter(step -> step.kind == kind);
    }

    private boolean marks(String frame) {
        return marks.stream()
                .anyMatch(
                        mark -> kind == Kind.TASK ? frame.contains(mark) : frame.startsWith(mark));
    }
}
