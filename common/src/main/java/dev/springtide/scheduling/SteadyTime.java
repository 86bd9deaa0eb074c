package dev.springtide.scheduling;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database's time, read once and carried on by the monotonic clock: instances agree on what is
 * due whatever their own clocks say, and no step of one holds a job back until it is made up for.
 * Follows no later change of the database's clock.
 */
final class SteadyTime implements Clock {

    private final DataSource dataSource;
    private volatile @Nullable Reading reading;

    SteadyTime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Reading(Instant at, long nanos) {}

    /**
     * @throws IllegalStateException when the database has not been reached yet
     */
    @Override
    public Instant now() {
        Reading current = reading;
        if (current == null) {
            current = read();
            reading = current;
        }
        return current.at.plus(Duration.ofNanos(System.nanoTime() - current.nanos));
    }

    private Reading read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            Instant now = row.getObject(1, OffsetDateTime.class).toInstant();
            return new Reading(now, System.nanoTime());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what time it is", e);
        }
    }
}
