package dev.springtide.localstack.system.faults;

import static org.awaitility.Awaitility.await;

import dev.springtide.localstack.launcher.audit.AuditTarget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How the orders are getting on, read from the databases behind the platform's back. */
final class Progress {

    private static final String ENDED =
            "status IN ('CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')";

    private final AuditTarget target;

    Progress(AuditTarget target) {
        this.target = target;
    }

    /** Orders are placed and confirmed again, for at least {@code calm}: the platform works. */
    void awaitConfirmedAfterNow(Duration calm, Duration patience) throws SQLException {
        long placed = count("orders");
        await("orders flow again")
                .pollDelay(calm)
                .atMost(patience)
                .ignoreExceptions()
                .until(() -> confirmedBeyond(placed) > 0);
    }

    long inMotion() throws SQLException {
        return count("orders WHERE NOT " + ENDED);
    }

    /** Orders in motion whose payment is unknown. */
    long inDoubt() throws SQLException {
        return count("orders WHERE payment_status = 'UNKNOWN' AND NOT " + ENDED);
    }

    private long confirmedBeyond(long placed) throws SQLException {
        return count(
                "(SELECT status FROM orders ORDER BY id OFFSET "
                        + placed
                        + ") later WHERE status = 'CONFIRMED'");
    }

    private long count(String from) throws SQLException {
        try (Connection connection = target.orders().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
