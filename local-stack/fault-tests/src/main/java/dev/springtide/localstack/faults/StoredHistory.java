package dev.springtide.localstack.faults;

import dev.springtide.embedded.Database;
import dev.springtide.localstack.faults.HistoryChecker.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The timelines of all orders, row by row. */
final class StoredHistory {

    private static final String ROWS =
            """
            SELECT order_id, version, from_status, trigger, to_status
              FROM order_timeline ORDER BY order_id, version
            """;
    private static final int FETCHED = 5_000;

    private StoredHistory() {}

    static void check(Database orders, HistoryChecker checker) throws SQLException {
        try (Connection connection = orders.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery(ROWS)) {
                UUID order = null;
                Step before = null;
                while (rows.next()) {
                    UUID next = rows.getObject(1, UUID.class);
                    Step row = step(rows);
                    checker.stored(next, next.equals(order) ? before : null, row);
                    order = next;
                    before = row;
                }
            }
            connection.rollback();
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        @Nullable String from = row.getString(3);
        return new Step(row.getLong(2), from, row.getString(4), row.getString(5));
    }
}
