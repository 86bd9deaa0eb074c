package dev.springtide.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a long day leaves in the outbox of a service, for tests of what is read of it. */
public final class PastEvents {

    /** Of hours ago and of the last minutes each. They take more than 4,000 pages. */
    private static final int EVENTS = 200_000;

    /** About the time at which an event was written and the id of the order that it tells of. */
    private static final String INSERT =
            """
            INSERT INTO outbox (created_at, id, topic, type, aggregate_id, aggregate_version, payload)
            SELECT now() + past.at, gen_random_uuid(), ?, 'dev.springtide.past.v1', uuidv7(past.at)::text, 1,
                   'an event of usual length, were it not for this text'
              FROM generate_series(1, %d) AS n, LATERAL (SELECT n * interval '%s' - interval '%s') AS past(at)
            """;

    private PastEvents() {}

    /**
     * Events of hours ago, in as many partitions as that makes, and of the last minutes, which may
     * be of newer orders as far as the clocks of services are to be believed.
     */
    public static void write(DataSource database, String topic) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            insert(connection, topic, INSERT.formatted(EVENTS, "10 ms", "3 hours"));
            insert(connection, topic, INSERT.formatted(EVENTS, "2 ms", "9 minutes"));
            statement.execute("VACUUM ANALYZE outbox");
        }
    }

    private static void insert(Connection connection, String topic, String sql)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.executeUpdate();
        }
    }
}
