package dev.springtide.localstack.launcher.platform;

import java.util.Arrays;
import java.util.List;

/**
 * The processes of the platform, in the order in which they may be started; they stop in the
 * opposite one.
 */
public enum Part {
    POSTGRES("PostgreSQL", "postgres"),
    KAFKA("Kafka", "kafka"),
    REDIS("Redis", "redis"),
    SIMULATOR("simulator", "simulator"),
    ORDER("order-service", "order-service"),
    INVENTORY("inventory-service", "inventory-service"),
    PAYMENT("payment-service", "payment-service"),
    GATEWAY("api-gateway", "api-gateway");

    private final String label;
    private final String file;

    Part(String label, String file) {
        this.label = label;
        this.file = file;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** For file names; a service's is its artifact. */
    public String file() {
        return file;
    }

    public boolean isService() {
        return services().contains(this);
    }

    public static List<Part> services() {
        return List.of(ORDER, INVENTORY, PAYMENT, GATEWAY);
    }

    /** What services need and does not need them. */
    public static List<Part> infrastructure() {
        return Arrays.stream(values()).filter(part -> !part.isService()).toList();
    }
}
