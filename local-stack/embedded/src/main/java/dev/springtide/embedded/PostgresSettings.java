package dev.springtide.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a PostgreSQL server is run.
 *
 * @param data the cluster; created when it does not exist
 * @param password the superuser's, set when the cluster is created
 * @param sharedBuffers in megabytes
 * @param maxWal in megabytes, the size that forces a checkpoint
 */
public record PostgresSettings(
        Path data, int port, String password, int sharedBuffers, int maxWal, Custody custody) {

    /** Options of initdb: what a database sorts and stores by. */
    public static final List<String> LOCALE =
            List.of(
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");

    private static final int MAX_CONNECTIONS = 200;

    /** Small, on a free port, gone with this JVM. As durable as the large one. */
    public static PostgresSettings forTests(Path folder) {
        return new PostgresSettings(
                folder.resolve("data"),
                FreePorts.next(),
                "springtide",
                128,
                1024,
                Custody.ofThisJvm(folder.resolve("postgres.log")));
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("port", Integer.toString(port));
        parameters.put("unix_socket_directories", "");
        parameters.putAll(tuning());
        return parameters;
    }

    /** How it works, wherever it runs; by the names of postgresql.conf. */
    public Map<String, String> tuning() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("max_connections", Integer.toString(MAX_CONNECTIONS));
        durability(parameters);
        parameters.put("shared_buffers", sharedBuffers + "MB");
        parameters.put("max_wal_size", maxWal + "MB");
        parameters.put("checkpoint_timeout", "15min");
        parameters.put("checkpoint_completion_target", "0.9");
        parameters.put("random_page_cost", "1.1");
        parameters.put("jit", "off");
        parameters.put("max_parallel_workers_per_gather", "1");
        parameters.put("autovacuum_naptime", "15s");
        // 9,000 rows are a sample good enough for these queries; 30,000 took a twentieth of the CPU
        // under load.
        parameters.put("default_statistics_target", "30");
        // Both come with the server; auto_explain logs nothing until it is told from which time on.
        parameters.put("shared_preload_libraries", "pg_stat_statements,auto_explain");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        parameters.put("log_checkpoints", "off");
        parameters.put("log_lock_waits", "on");
        parameters.put("log_line_prefix", "%m [%p] %q%u@%d ");
        return parameters;
    }

    /** What is acknowledged is on disk: none of these is ever switched off here. */
    private static void durability(Map<String, String> parameters) {
        parameters.put("fsync", "on");
        parameters.put("synchronous_commit", "on");
        parameters.put("full_page_writes", "on");
    }
}
