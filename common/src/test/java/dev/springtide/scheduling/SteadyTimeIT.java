package dev.springtide.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SteadyTimeIT {

    private final Database database = Infrastructure.freshDatabase("steady");

    @Test
    void isTheDatabasesTimeAndNotTheMachines() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA slow");
            statement.execute(
                    """
                    CREATE FUNCTION slow.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                    RETURN pg_catalog.clock_timestamp() - interval '1 hour'
                    """);
        }
        PGSimpleDataSource slow = (PGSimpleDataSource) database.dataSource();
        slow.setCurrentSchema("slow,pg_catalog");
        SteadyTime time = new SteadyTime(slow);

        Instant first = time.now();
        assertThat(first)
                .isCloseTo(Instant.now().minus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
        assertThat(time.now()).isAfter(first);
    }

    @Test
    void isAskedAgainWhenTheDatabaseWasAway() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        SteadyTime time = new SteadyTime(nowhere);
        assertThatIllegalStateException().isThrownBy(time::now);
        nowhere.setUrl(database.url());
        nowhere.setUser(database.username());
        nowhere.setPassword(database.password());
        assertThat(time.now()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
