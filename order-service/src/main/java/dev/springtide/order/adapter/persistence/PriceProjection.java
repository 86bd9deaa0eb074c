package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.catalogue.PriceChange;
import dev.springtide.order.application.catalogue.PriceChanges;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Follows the catalogue's prices: an older version never overwrites a newer one. */
public final class PriceProjection implements PriceChanges {

    private static final String APPLY =
            """
            INSERT INTO product_price AS known (sku, name, price_minor, currency, version)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
                ON CONFLICT (sku) DO UPDATE
                   SET name = excluded.name, price_minor = excluded.price_minor,
                       currency = excluded.currency, version = excluded.version
                 WHERE known.version < excluded.version
            """;

    private final JdbcOperations jdbc;

    public PriceProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(List<PriceChange> changes) {
        List<PriceChange> sorted =
                changes.stream()
                        .sorted(Comparator.comparing(change -> change.product().sku().value()))
                        .toList();
        jdbc.update(connection -> {
            ColumnArrays<PriceChange> columns = new ColumnArrays<>(connection, sorted);
            PreparedStatement statement = connection.prepareStatement(APPLY);
            statement.setArray(1, columns.of("text", c -> c.product().sku().value()));
            statement.setArray(2, columns.of("text", c -> c.product().name()));
            statement.setArray(3, columns.of("bigint", c -> c.product().price().minor()));
            statement.setArray(
                    4, columns.of("text", c -> c.product().price().currency().toString()));
            statement.setArray(5, columns.of("bigint", PriceChange::version));
            return statement;
        });
    }
}
