package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresIT {

    private EmbeddedPostgres postgres;
    private Database database;

    @BeforeEach
    void start() {
        postgres = new Processes().postgres(Infrastructure.freshFolder("postgres"));
        database = postgres.database("sample", "secret");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void isDurable() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
    }

    @Test
    void keepsEveryAcknowledgedCommitThroughSigkill() throws Exception {
        execute("CREATE TABLE written (n int PRIMARY KEY)");
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Integer> acknowledged = writer.submit(this::writeUntilCut);
            Awaitility.await().until(() -> count() >= 100);
            postgres.kill();
            int lastAcknowledged = acknowledged.get();

            assertThat(postgres.isAlive()).isFalse();
            postgres.start();

            assertThat(count()).isBetween(lastAcknowledged, lastAcknowledged + 1);
        }
    }

    @Test
    void keepsItsDataThroughAnOrderlyStop() throws SQLException {
        execute("CREATE TABLE written (n int PRIMARY KEY)");
        execute("INSERT INTO written VALUES (1)");

        postgres.stop();
        postgres.start();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void doesNothingWhilePausedAndGoesOnAfterwards() throws SQLException {
        execute("CREATE TABLE written (n int PRIMARY KEY)");
        postgres.pause();
        Database impatient =
                new Database(
                        database.url() + "?loginTimeout=1&connectTimeout=1&socketTimeout=1",
                        database.username(),
                        database.password());

        assertThatThrownBy(impatient::connect).isInstanceOf(SQLException.class);
        postgres.resume();

        assertThat(count()).isZero();
    }

    @Test
    void separatesDatabasesByRole() throws SQLException {
        Database other = postgres.database("other", "other-secret");
        Database stranger = new Database(database.url(), other.username(), database.password());

        assertThatThrownBy(stranger::connect).isInstanceOf(SQLException.class);
        assertThat(postgres.database("sample", "secret")).isEqualTo(database);
    }

    private int writeUntilCut() {
        int acknowledged = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                statement.execute("INSERT INTO written VALUES (" + (acknowledged + 1) + ")");
                acknowledged++;
            }
        } catch (SQLException _) {
            return acknowledged;
        }
    }

    private String show(String setting) throws SQLException {
        return query("SHOW " + setting);
    }

    private int count() throws SQLException {
        return Integer.parseInt(query("SELECT count(*) FROM written"));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
