package dev.springtide.embedded;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers a test JVM shares: one of each kind, started at the first use and gone with the JVM,
 * SIGKILL included.
 *
 * <p>Tests that kill or freeze a server ask for one of their own ({@code new…}) and close it
 * themselves.
 */
public final class Infrastructure {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Infrastructure() {}

    public static PostgresServer postgres() {
        return SharedPostgres.SERVER;
    }

    public static KafkaServer kafka() {
        return SharedKafka.SERVER;
    }

    public static RedisServer redis() {
        return SharedRedis.SERVER;
    }

    /**
     * An empty database on the shared server with a role of its own; {@code name} is a prefix, so
     * that it can be told.
     */
    public static Database freshDatabase(String name) {
        return postgres().database(unique(name), "springtide");
    }

    /** A started server of the caller's own. */
    public static PostgresServer newPostgres() {
        return Source.CHOSEN.postgres(freshFolder("postgres"));
    }

    /** A started broker of the caller's own. */
    public static KafkaServer newKafka() {
        return Source.CHOSEN.kafka(freshFolder("kafka"));
    }

    /** A started server of the caller's own. */
    public static RedisServer newRedis() {
        return Source.CHOSEN.redis(freshFolder("redis"));
    }

    /** An empty folder that is removed when this JVM ends. */
    public static Path freshFolder(String name) {
        return Folders.create(Undertaker.instance().scratch().resolve(unique(name)));
    }

    private static String unique(String name) {
        return name + "_" + COUNTER.incrementAndGet();
    }

    /** Processes, unless a module on the class path has something else to offer. */
    private static final class Source {
        private static final ServerSource CHOSEN = choose(new Processes());

        private static ServerSource choose(ServerSource processes) {
            return ServiceLoader.load(ServerChoice.class)
                    .findFirst()
                    .map(choice -> choice.choose(processes))
                    .orElse(processes);
        }
    }

    private static final class SharedPostgres {
        private static final PostgresServer SERVER = newPostgres();
    }

    private static final class SharedKafka {
        private static final KafkaServer SERVER = newKafka();
    }

    private static final class SharedRedis {
        private static final RedisServer SERVER = newRedis();
    }
}
