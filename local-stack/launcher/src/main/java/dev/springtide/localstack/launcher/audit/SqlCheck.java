package dev.springtide.localstack.launcher.audit;

import dev.springtide.embedded.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A check within one database: a query that answers its breaches as (subject, detail). Its first
 * line is a comment that says what must hold. The invariants come from the services, which check
 * them too, of recent orders; here of all.
 *
 * @param counted the table whose rows are what is examined
 */
record SqlCheck(String name, String file, Database database, String counted) {

    /** Below the id of every order there can be. */
    private static final String FIRST_ORDER = "'00000000-0000-7000-8000-000000000000'::uuid";

    static List<SqlCheck> all(AuditTarget target) {
        return List.of(
                new SqlCheck(
                        "orders: terminal or in time",
                        "orders/terminal",
                        target.orders(),
                        "orders"),
                new SqlCheck("orders: timeline", "orders/timeline", target.orders(), "orders"),
                new SqlCheck("orders: totals", "orders/totals", target.orders(), "orders"),
                new SqlCheck("orders: events", "orders/events", target.orders(), "orders"),
                new SqlCheck("orders: refunds", "orders/refunds", target.orders(), "refund"),
                new SqlCheck("orders: shipments", "orders/shipments", target.orders(), "shipment"),
                new SqlCheck(
                        "orders: nothing parked", "every/parked", target.orders(), "parked_record"),
                new SqlCheck(
                        "inventory: stock adds up", "inventory/stock", target.inventory(), "stock"),
                new SqlCheck(
                        "inventory: events", "inventory/events", target.inventory(), "reservation"),
                new SqlCheck(
                        "inventory: products", "inventory/products", target.inventory(), "product"),
                new SqlCheck(
                        "inventory: nothing parked",
                        "every/parked",
                        target.inventory(),
                        "parked_record"),
                new SqlCheck("payments: events", "payments/events", target.payments(), "payment"),
                new SqlCheck("payments: money", "payments/money", target.payments(), "payment"),
                new SqlCheck(
                        "payments: operations",
                        "payments/operations",
                        target.payments(),
                        "payment_operation"),
                new SqlCheck(
                        "payments: nothing parked",
                        "every/parked",
                        target.payments(),
                        "parked_record"));
    }

    Finding run(boolean settled) {
        List<Breach> breaches = new ArrayList<>();
        Query.forEach(
                database,
                settled,
                sql(),
                row ->
                        breaches.add(
                                new Breach(
                                        name, row.getString("subject"), row.getString("detail"))));
        long[] examined = new long[1];
        Query.forEach(
                database,
                settled,
                "SELECT count(*) FROM " + counted,
                row -> examined[0] = row.getLong(1));
        return new Finding(name, examined[0], breaches);
    }

    private String sql() {
        try (InputStream in = SqlCheck.class.getResourceAsStream(file + ".sql")) {
            byte[] text = Objects.requireNonNull(in, file).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).replace(":from", FIRST_ORDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
