package dev.springtide.embedded;

import java.nio.file.Path;
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

    public static EmbeddedPostgres postgres() {
        return SharedPostgres.SERVER;
    }

    public static EmbeddedKafka kafka() {
        return SharedKafka.SERVER;
    }

    public static EmbeddedRedis redis() {
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
    public static EmbeddedPostgres newPostgres() {
        return started(new EmbeddedPostgres(PostgresSettings.forTests(freshFolder("postgres"))));
    }

    /** A started broker of the caller's own. */
    public static EmbeddedKafka newKafka() {
        return started(new EmbeddedKafka(KafkaSettings.forTests(freshFolder("kafka"))));
    }

    /** A started server of the caller's own. */
    public static EmbeddedRedis newRedis() {
        return started(EmbeddedRedis.forTests(freshFolder("redis")));
    }

    /** An empty folder that is removed when this JVM ends. */
    public static Path freshFolder(String name) {
        return Folders.create(Undertaker.instance().scratch().resolve(unique(name)));
    }

    private static String unique(String name) {
        return name + "_" + COUNTER.incrementAndGet();
    }

    private static <S extends EmbeddedServer> S started(S server) {
        server.start();
        return server;
    }

    private static final class SharedPostgres {
        private static final EmbeddedPostgres SERVER = newPostgres();
    }

    private static final class SharedKafka {
        private static final EmbeddedKafka SERVER = newKafka();
    }

    private static final class SharedRedis {
        private static final EmbeddedRedis SERVER = newRedis();
    }
}
