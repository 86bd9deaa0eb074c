package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.domain.Product;
import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Reads a product from its columns. */
final class ProductRows {

    private ProductRows() {}

    static Product product(ResultSet row) throws SQLException {
        return new Product(
                new Sku(row.getString("sku")),
                new ProductDetails(
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("category"),
                        new Money(
                                row.getLong("price_minor"),
                                Currency.getInstance(row.getString("currency")))),
                row.getLong("version"));
    }
}
