package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.Products;
import dev.springtide.inventory.domain.Product;
import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.inventory.domain.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProducts implements Products {

    private static final String INSERT =
            """
            INSERT INTO product (sku, name, description, category, price_minor, currency, version)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sku) DO NOTHING
            """;

    private static final String LOCK =
            """
            SELECT sku, name, description, category, price_minor, currency, version
              FROM product
             WHERE sku = ?
               FOR NO KEY UPDATE
            """;

    private static final String UPDATE =
            """
            UPDATE product
               SET name = ?, description = ?, category = ?, price_minor = ?, currency = ?,
                   version = ?, updated_at = now()
             WHERE sku = ?
            """;

    private final JdbcClient jdbc;

    JdbcProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Product product) {
        ProductDetails details = product.details();
        return jdbc.sql(INSERT)
                        .params(
                                product.sku().value(),
                                details.name(),
                                details.description(),
                                details.category(),
                                details.price().minor(),
                                details.price().currency().getCurrencyCode(),
                                product.version())
                        .update()
                == 1;
    }

    @Override
    public Product lock(Sku sku) {
        return jdbc.sql(LOCK)
                .param(sku.value())
                .query((row, _) -> ProductRows.product(row))
                .single();
    }

    @Override
    public void update(Product product) {
        ProductDetails details = product.details();
        jdbc.sql(UPDATE)
                .params(
                        details.name(),
                        details.description(),
                        details.category(),
                        details.price().minor(),
                        details.price().currency().getCurrencyCode(),
                        product.version(),
                        product.sku().value())
                .update();
    }
}
