package dev.springtide.localstack.faults;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
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
        Timestamp now = now();
        if (!slowly(patience, () -> confirmedSince(now) > 0)) {
            throw new IllegalStateException("no order was confirmed within " + patience);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Returns when {@code orders} of those placed from now on are confirmed. */
    void awaitConfirmed(int orders, Duration patience) throws SQLException {
        Timestamp now = now();
        if (!slowly(patience, () -> confirmedSince(now) >= orders)) {
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

    /** Orders of this customer. */
    int ordersOf(String customer) throws SQLException {
        return number("SELECT count(*) FROM orders WHERE customer_id = ?", customer);
    }

    /** Orders that were rejected for want of time, or of money though their card is good. */
    int rejectedWithoutCause() throws SQLException {
        return number(
                """
                SELECT count(*) FROM orders
                 WHERE reason IN ('STOCK_TIMEOUT', 'PAYMENT_TIMEOUT')
                    OR (reason = 'PAYMENT_DECLINED' AND shipping_address ->> 'name' <> ?)
                """,
                OrderStream.SHORT_OF_MONEY);
    }

    /** Between two confirmations since then. */
    Duration longestPause(Timestamp since) throws SQLException {
        return Duration.ofMillis(
                number(
                        """
                        SELECT coalesce(max(extract(epoch FROM pause) * 1000), 0)::int
                          FROM (SELECT created_at - lag(created_at) OVER (ORDER BY created_at) AS pause
                                  FROM outbox
                                 WHERE type = 'dev.springtide.order.confirmed.v1'
                                   AND created_at > ?) AS pauses
                        """,
                        since));
    }

    /** How often an order has become confirmed. */
    int confirmed() throws SQLException {
        return count("order_timeline WHERE to_status = 'CONFIRMED' AND from_status <> to_status");
    }

    /** Rows of all timelines. */
    int history() throws SQLException {
        return count("order_timeline");
    }

    /** Events that services have written for the topics. */
    int events() throws SQLException {
        return count("outbox")
                + number(target.inventory(), "SELECT count(*) FROM outbox")
                + number(target.payments(), "SELECT count(*) FROM outbox");
    }

    /** SKUs of which more or less was ever delivered than is available, reserved and sold now. */
    int unbalancedSkus() throws SQLException {
        return number(
                target.inventory(),
                """
                SELECT count(*)
                  FROM stock s
                  LEFT JOIN (SELECT sku, sum(delta) AS total FROM stock_adjustment GROUP BY sku) a USING (sku)
                 WHERE least(s.available, s.reserved, s.sold) < 0
                    OR s.available + s.reserved + s.sold <> coalesce(a.total, 0)
                """);
    }

    /** Whether order-service has heard of this product: before, orders for it are refused. */
    boolean isPriced(String sku) throws SQLException {
        return number("SELECT count(*) FROM product_price WHERE sku = ?", sku) > 0;
    }

    /** Orders for this SKU that were given stock or refused. */
    int decided(String sku) throws SQLException {
        return number(
                target.inventory(), "SELECT count(*) FROM reservation WHERE ? = ANY (skus)", sku);
    }

    /** Units of this SKU whose orders are paid. */
    int sold(String sku) throws SQLException {
        return number(target.inventory(), "SELECT sold::int FROM stock WHERE sku = ?", sku);
    }

    /** Charges, voids and refunds that have become due at the provider. */
    int askedOfProvider() throws SQLException {
        return number(target.payments(), "SELECT count(*) FROM payment_operation");
    }

    private Timestamp now() throws SQLException {
        try (Connection connection = target.orders().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            return rows.getTimestamp(1);
        }
    }

    /** By the database's clock, whatever the services' clocks say and their ids therefore. */
    private int confirmedSince(Timestamp begin) throws SQLException {
        return number(
                """
                SELECT count(*)
                  FROM idempotency_key k JOIN orders o ON o.id = k.resource_id
                 WHERE k.created_at > ? AND o.status = 'CONFIRMED'
                """,
                begin);
    }

    private int count(String from) throws SQLException {
        return number("SELECT count(*) FROM " + from);
    }

    private int number(String sql, Object... parameters) throws SQLException {
        return number(target.orders(), sql, parameters);
    }

    private static int number(Database database, String sql, Object... parameters)
            throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
