package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.FreePorts;
import java.util.List;

/** Where each part listens on 127.0.0.1. */
public record Ports(
        int gateway,
        int management,
        int order,
        int inventory,
        int payment,
        int simulator,
        int postgres,
        int kafka,
        int kafkaController,
        int redis) {

    private static final Ports DEFAULTS =
            new Ports(8080, 9080, 8081, 8082, 8083, 8090, 15432, 19092, 19093, 16379);

    /** A port and who wants it. */
    public record Claim(String who, int port) {}

    /** The documented ports, all moved by the same number. */
    public static Ports defaults(int offset) {
        return new Ports(
                DEFAULTS.gateway + offset,
                DEFAULTS.management + offset,
                DEFAULTS.order + offset,
                DEFAULTS.inventory + offset,
                DEFAULTS.payment + offset,
                DEFAULTS.simulator + offset,
                DEFAULTS.postgres + offset,
                DEFAULTS.kafka + offset,
                DEFAULTS.kafkaController + offset,
                DEFAULTS.redis + offset);
    }

    /** Ports nobody uses now. */
    public static Ports free() {
        return new Ports(
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next());
    }

    /** The services on ports nobody uses now, everything else where it is. */
    Ports elsewhere() {
        return new Ports(
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                FreePorts.next(),
                simulator,
                postgres,
                kafka,
                kafkaController,
                redis);
    }

    public int of(Part part) {
        return switch (part) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
            case REDIS -> redis;
            case SIMULATOR -> simulator;
            case ORDER -> order;
            case INVENTORY -> inventory;
            case PAYMENT -> payment;
            case GATEWAY -> gateway;
        };
    }

    public List<Claim> claims() {
        return List.of(
                new Claim("api-gateway", gateway),
                new Claim("api-gateway (management)", management),
                new Claim("order-service", order),
                new Claim("inventory-service", inventory),
                new Claim("payment-service", payment),
                new Claim("simulator", simulator),
                new Claim("PostgreSQL", postgres),
                new Claim("Kafka", kafka),
                new Claim("Kafka (controller)", kafkaController),
                new Claim("Redis", redis));
    }
}
