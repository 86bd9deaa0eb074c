package dev.springtide.order.support;

import dev.springtide.embedded.Database;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at and prepares a service's database from outside of it. */
public final class TestDatabase {

    private final JdbcTemplate jdbc;

    public TestDatabase(Database database) {
        this.jdbc = new JdbcTemplate(database.dataSource());
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Makes a product orderable. */
    public void product(String sku, long priceMinor, String currency) {
        jdbc.update(
                "INSERT INTO product_price (sku, name, price_minor, currency, version) VALUES (?, ?, ?, ?, 1)"
                        + " ON CONFLICT (sku) DO UPDATE SET price_minor = excluded.price_minor",
                sku,
                "Product " + sku,
                priceMinor,
                currency);
    }

    /** Makes a new order a sale: confirmed, its whole total captured. */
    public void confirm(String orderId) {
        jdbc.update(
                "UPDATE orders SET status = 'CONFIRMED', payment_status = 'CAPTURED',"
                        + " captured_minor = total_minor, deadline = NULL WHERE id = ?::uuid",
                orderId);
    }

    /** The single number a query answers. */
    public long count(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
