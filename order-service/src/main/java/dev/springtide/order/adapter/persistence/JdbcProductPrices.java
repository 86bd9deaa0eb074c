package dev.springtide.order.adapter.persistence;

import dev.springtide.money.Money;
import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.application.catalogue.ProductPrices;
import dev.springtide.order.domain.Sku;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads the price projection. */
public final class JdbcProductPrices implements ProductPrices {

    private static final String FIND =
            "SELECT sku, name, price_minor, currency FROM product_price WHERE sku = ANY (?)";

    private final JdbcOperations jdbc;

    public JdbcProductPrices(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Sku, ProductPrice> find(Collection<Sku> skus) {
        Map<Sku, ProductPrice> found = HashMap.newHashMap(skus.size());
        if (skus.isEmpty()) {
            return found;
        }
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(FIND);
                    statement.setArray(
                            1, new ColumnArrays<>(connection, skus).of("text", Sku::value));
                    return statement;
                },
                row -> {
                    Sku sku = new Sku(row.getString("sku"));
                    Money price =
                            new Money(
                                    row.getLong("price_minor"),
                                    Currency.getInstance(row.getString("currency")));
                    found.put(sku, new ProductPrice(sku, row.getString("name"), price));
                });
        return found;
    }
}
