package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How the orders are getting on, read from the databases behind the platform's back. */
final class Progress {

    private static final String ENDED =
            "status IN ('CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')";

    private final AuditTarget target;

    Progress(AuditTarget target) {
        this.target = target;
    }

    /** Until an order placed from now on is confirmed: the platform works. */
    Duration awaitConfirmedAfterNow(Duration patience) throws SQLException {
        long begin = System.nanoTime();
        int placed = count("orders");
        if (!slowly(patience, () -> confirmedBeyond(placed) > 0)) {
            throw new IllegalStateException("no order was confirmed within " + patience);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Returns when {@code orders} of those placed from now on are confirmed. */
    void awaitConfirmed(int orders, Duration patience) throws SQLException {
        int placed = count("orders");
        if (!slowly(patience, () -> confirmedBeyond(placed) >= orders)) {
            throw new IllegalStateException(orders + " orders were not confirmed in " + patience);
        }
    }

    /** How long it takes until fewer orders than this are in motion. */
    Duration untilFewer(int orders, Duration patience) {
        long begin = System.nanoTime();
        slowly(patience, () -> inMotion() < orders);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How long it takes until no order is in motion but those in doubt. */
    Duration untilSure(Duration patience) {
        long begin = System.nanoTime();
        slowly(patience, () -> inMotion() - inDoubt() == 0);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Counting is work for the database under test: five times a second is enough. */
    private static boolean slowly(Duration patience, Readiness.Probe probe) {
        return Readiness.within(patience)
                .until(() -> {
                    TimeUnit.MILLISECONDS.sleep(200);
                    return probe.holds();
                });
    }

    int inMotion() throws SQLException {
        return count("orders WHERE NOT " + ENDED);
    }

    /** Orders in motion whose payment is unknown. */
    int inDoubt() throws SQLException {
        return count("orders WHERE payment_status = 'UNKNOWN' AND NOT " + ENDED);
    }

    private int confirmedBeyond(int placed) throws SQLException {
        return count(
                "(SELECT status FROM orders ORDER BY id OFFSET "
                        + placed
                        + ") later WHERE status = 'CONFIRMED'");
    }

    private int count(String from) throws SQLException {
        try (Connection connection = target.orders().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
