package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.Stocks;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stock rows, always locked by SKU before they change. */
@Repository
class JdbcStocks implements Stocks {

    private static final String FIND =
            "SELECT sku, available, reserved, sold FROM stock WHERE sku = ?";

    private static final String LOCK =
            """
            SELECT sku, available, reserved, sold
              FROM stock
             WHERE sku = ANY (?)
             ORDER BY sku
               FOR UPDATE
            """;

    private static final String CHANGE =
            """
            UPDATE stock s
               SET available = s.available + c.available,
                   reserved = s.reserved + c.reserved,
                   sold = s.sold + c.sold
              FROM unnest(?, ?, ?, ?) AS c (sku, available, reserved, sold)
             WHERE s.sku = c.sku
            """;

    private final JdbcClient jdbc;

    JdbcStocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Stock> find(Sku sku) {
        return jdbc.sql(FIND).param(sku.value()).query(JdbcStocks::stock).optional();
    }

    @Override
    public List<Stock> lock(Set<Sku> skus) {
        return skus.isEmpty()
                ? List.of()
                : jdbc.sql(LOCK)
                        .param(SqlArrays.texts(skus, Sku::value))
                        .query(JdbcStocks::stock)
                        .list();
    }

    @Override
    public void change(List<StockChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int changed =
                jdbc.sql(CHANGE)
                        .param(SqlArrays.texts(changes, change -> change.sku().value()))
                        .param(SqlArrays.numbers(changes, StockChange::available))
                        .param(SqlArrays.numbers(changes, StockChange::reserved))
                        .param(SqlArrays.numbers(changes, StockChange::sold))
                        .update();
        if (changed != changes.size()) {
            throw new IllegalStateException("a stock row to change is missing");
        }
    }

    @Override
    public void open(Sku sku) {
        jdbc.sql("INSERT INTO stock (sku) VALUES (?)").param(sku.value()).update();
    }

    private static Stock stock(ResultSet row, int number) throws SQLException {
        return new Stock(
                new Sku(row.getString("sku")),
                row.getLong("available"),
                row.getLong("reserved"),
                row.getLong("sold"));
    }
}
