package dev.springtide.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.FreePorts;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.embedded.RedisServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What tests may rely on, from containers and from processes alike. */
class ServersIT {

    @Test
    void keepTheirPortAndWhatWasCommittedThroughSigkill() throws SQLException {
        try (PostgresServer postgres = Infrastructure.newPostgres()) {
            Database database = postgres.database("sample", "secret");
            execute(database, "CREATE TABLE written (n int PRIMARY KEY)");
            execute(database, "INSERT INTO written VALUES (1)");

            postgres.kill();
            assertThat(postgres.isAlive()).isFalse();
            assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
            postgres.start();

            assertThat(query(database, "SELECT n FROM written")).isEqualTo("1");
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void standStillWhileTheyArePaused() throws SQLException {
        try (PostgresServer postgres = Infrastructure.newPostgres()) {
            Database database = postgres.database("sample", "secret");
            Database impatient =
                    new Database(
                            database.url() + "?loginTimeout=1&connectTimeout=1&socketTimeout=1",
                            database.username(),
                            database.password());

            postgres.pause();
            assertThatThrownBy(impatient::connect).isInstanceOf(SQLException.class);
            postgres.resume();

            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stopInOrderAndAreGoneWhenClosed() {
        RedisServer redis = Infrastructure.newRedis();
        redis.stop();
        redis.start();
        redis.close();

        assertThat(redis.isAlive()).isFalse();
        assertThat(FreePorts.isFree(redis.port())).isTrue();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
