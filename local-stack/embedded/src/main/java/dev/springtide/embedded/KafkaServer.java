package dev.springtide.embedded;

/** A Kafka broker that is its own controller. */
public interface KafkaServer extends Server {

    default String bootstrapServers() {
        return "127.0.0.1:" + port();
    }
}
