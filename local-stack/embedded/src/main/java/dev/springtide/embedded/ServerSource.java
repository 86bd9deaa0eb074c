package dev.springtide.embedded;

import java.nio.file.Path;

/**
 * Where the servers of tests come from. Each is started when it is handed out and gone with this
 * JVM.
 */
public interface ServerSource {

    /** A new server; {@code folder} is empty and its own, for whatever it has to write. */
    PostgresServer postgres(Path folder);

    /** A new broker; {@code folder} is empty and its own, for whatever it has to write. */
    KafkaServer kafka(Path folder);

    /** A new server; {@code folder} is empty and its own, for whatever it has to write. */
    RedisServer redis(Path folder);
}
