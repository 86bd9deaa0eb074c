package dev.springtide.inventory;

import dev.springtide.inventory.application.AdjustStock;
import dev.springtide.inventory.application.AdjustStockHandler;
import dev.springtide.inventory.application.PutProduct;
import dev.springtide.inventory.application.PutProductHandler;
import dev.springtide.inventory.application.Stocks;
import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.money.Money;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Fills the stock through the service's own use cases. */
@TestComponent
public class Shelves {

    private final PutProductHandler products;
    private final AdjustStockHandler adjustments;
    private final Stocks stocks;

    public Shelves(PutProductHandler products, AdjustStockHandler adjustments, Stocks stocks) {
        this.products = products;
        this.adjustments = adjustments;
        this.stocks = stocks;
    }

    /** A new product with so many units. */
    public Sku stocked(long units) {
        Sku sku = new Sku("sku-" + UUID.randomUUID());
        products.handle(
                new PutProduct(
                        sku,
                        new ProductDetails(
                                "Mug", "Holds tea", "kitchen", Money.of("12.50", "EUR"))));
        if (units > 0) {
            restock(sku, units);
        }
        return sku;
    }

    public Stock restock(Sku sku, long units) {
        return adjustments
                .handle(
                        new AdjustStock(
                                "operator", UUID.randomUUID().toString(), sku, units, "restock"))
                .after();
    }

    public Stock stock(Sku sku) {
        return stocks.find(sku).orElseThrow();
    }
}
