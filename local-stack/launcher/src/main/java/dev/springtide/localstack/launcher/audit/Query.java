package dev.springtide.localstack.launcher.audit;

import dev.springtide.embedded.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads a database row by row, in one snapshot, without changing anything. */
final class Query {

    private static final int FETCH_SIZE = 5_000;

    private Query() {}

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static void forEach(Database database, boolean settled, String sql, RowReader reader) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute("SET audit.settled = '" + settled + "'");
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new AuditException("cannot read " + database.url(), e);
        }
    }
}
