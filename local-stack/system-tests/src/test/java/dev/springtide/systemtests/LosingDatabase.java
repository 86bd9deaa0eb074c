package dev.springtide.systemtests;

import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A participant that loses the first answer of each kind to some orders: the row is in its outbox,
 * but looks as if it had been published long ago, so the relay never publishes it.
 */
record LosingDatabase(Database database) implements AutoCloseable {

    /**
     * Dropping the trigger would lock every partition of the outbox against its readers: a
     * deadlock.
     */
    private static final String LOSE_NO_MORE =
            """
            CREATE OR REPLACE FUNCTION lose_first_answer() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RETURN NEW;
            END $$;
            """;

    /**
     * @param table where the participant keeps what it decided, one row for each order
     * @param which a condition on its rows
     */
    static LosingDatabase of(Database database, String topic, String table, String which) {
        LosingDatabase losing = new LosingDatabase(database);
        losing.execute(
                """
                CREATE TABLE IF NOT EXISTS lost_answer (aggregate_id text, type text, PRIMARY KEY (aggregate_id, type));
                CREATE OR REPLACE FUNCTION lose_first_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF NEW.topic = '%s'
                       AND EXISTS (SELECT FROM %s WHERE order_id = NEW.aggregate_id::uuid AND %s) THEN
                        INSERT INTO lost_answer VALUES (NEW.aggregate_id, NEW.type) ON CONFLICT DO NOTHING;
                        IF FOUND THEN
                            NEW.xid := '3'::xid8;
                        END IF;
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE OR REPLACE TRIGGER lose_first_answer BEFORE INSERT ON outbox
                    FOR EACH ROW EXECUTE FUNCTION lose_first_answer();
                """
                        .formatted(topic, table, which));
        return losing;
    }

    /** Waits until the participant has given this answer, and it was lost. */
    void awaitLost(String orderId, String type) {
        await().atMost(Shop.PATIENCE).until(() -> has(orderId, type));
    }

    @Override
    public void close() {
        execute(LOSE_NO_MORE);
    }

    private boolean has(String orderId, String type) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT FROM lost_answer WHERE aggregate_id = ? AND type LIKE ?")) {
            query.setString(1, UUID.fromString(orderId).toString());
            query.setString(2, "%." + type + ".v1");
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
