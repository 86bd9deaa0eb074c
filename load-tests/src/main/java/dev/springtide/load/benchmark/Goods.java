package dev.springtide.load.benchmark;

import dev.springtide.embedded.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Products of which there is more than anybody wants.
 *
 * @param count how many products, at least one
 */
record Goods(int count) {
    private static final String PRODUCTS =
            """
            INSERT INTO product (sku, name, description, category, price_minor, currency, version)
            SELECT 'LOAD-' || n, 'Load ' || n, 'One of many, to be read and reserved', 'load', 990, 'EUR', 1
              FROM generate_series(0, %d) n
            """;
    private static final String STOCK =
            """
            INSERT INTO stock (sku, available)
            SELECT 'LOAD-' || n, 1000000000 FROM generate_series(0, %d) n
            """;

    /** Into the tables that inventory-service has made. */
    void stock(Database inventory) throws SQLException {
        try (Connection connection = inventory.connect();
                Statement statement = connection.createStatement()) {
            for (String rows : List.of(PRODUCTS, STOCK)) {
                statement.execute(rows.formatted(count - 1));
            }
            statement.execute("ANALYZE product, stock");
        }
    }

    /** One for a number of any size. */
    String sku(int number) {
        return "LOAD-" + Math.floorMod(number, count);
    }

    List<String> skus() {
        return IntStream.range(0, count).mapToObj(this::sku).toList();
    }
}
