package dev.springtide.load.profile;

import dev.springtide.load.machine.LocalPlatform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database server was asked, by pg_stat_statements, and the plans of what took long, in
 * its log by auto_explain.
 */
final class Statements {
    private static final String TOP =
            """
            SELECT d.datname, s.calls, s.rows, s.total_exec_time, s.shared_blks_dirtied,
                   left(regexp_replace(s.query, '\\s+', ' ', 'g'), 90) AS text
              FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
             WHERE d.datname IN ('orders', 'inventory', 'payments')
             ORDER BY s.total_exec_time DESC LIMIT 20
            """;
    private static final String CONFIRMED =
            """
            SELECT count(*) FROM orders
             WHERE status = 'CONFIRMED' AND updated_at >= ? AND updated_at < ?
            """;

    private final LocalPlatform platform;

    /**
     * One statement.
     *
     * @param millis from its start to its end in the server, waits for the disk included
     * @param pages dirtied by it
     */
    record Total(String database, long calls, long rows, double millis, long pages, String text) {}

    private Statements(LocalPlatform platform) {
        this.platform = platform;
    }

    /** Forgets what was asked before, and has plans logged of what takes longer than 100 ms. */
    static Statements begin(LocalPlatform platform) throws SQLException {
        Statements statements = new Statements(platform);
        statements.run(
                "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
                "SELECT pg_stat_statements_reset()",
                "ALTER SYSTEM SET auto_explain.log_min_duration = '100ms'",
                "SELECT pg_reload_conf()");
        return statements;
    }

    /** What was asked since. */
    List<Total> end() throws SQLException {
        List<Total> totals = new ArrayList<>();
        try (Connection server = platform.connect("postgres");
                Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery(TOP)) {
            while (rows.next()) {
                totals.add(
                        new Total(
                                rows.getString(1),
                                rows.getLong(2),
                                rows.getLong(3),
                                rows.getDouble(4),
                                rows.getLong(5),
                                rows.getString(6)));
            }
        }
        run("ALTER SYSTEM RESET auto_explain.log_min_duration", "SELECT pg_reload_conf()");
        return totals;
    }

    /** Orders that were confirmed between two moments. */
    long confirmed(Instant from, Instant to) throws SQLException {
        try (Connection orders = platform.connect("orders");
                var query = orders.prepareStatement(CONFIRMED)) {
            query.setObject(1, from.atOffset(ZoneOffset.UTC));
            query.setObject(2, to.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void run(String... commands) throws SQLException {
        try (Connection server = platform.connect("postgres");
                Statement statement = server.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
