package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Product;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates or changes a product. Putting the same again changes nothing and tells nobody. */
@Service
public class PutProductHandler {

    private final Products products;
    private final Stocks stocks;
    private final InventoryEvents events;
    private final CatalogueChanges catalogue;

    public PutProductHandler(
            Products products, Stocks stocks, InventoryEvents events, CatalogueChanges catalogue) {
        this.products = products;
        this.stocks = stocks;
        this.events = events;
        this.catalogue = catalogue;
    }

    @Transactional
    public ProductPut handle(PutProduct command) {
        Product first = Product.first(command.sku(), command.details());
        if (products.insert(first)) {
            stocks.open(command.sku());
            tell(first);
            return new ProductPut(first, 0, true);
        }
        Product current = products.lock(command.sku());
        Product changed = current.changedTo(command.details());
        if (changed.version() != current.version()) {
            products.update(changed);
            tell(changed);
        }
        return new ProductPut(changed, available(command.sku()), false);
    }

    private void tell(Product product) {
        events.productChanged(product);
        catalogue.changed(product.sku());
    }

    private long available(Sku sku) {
        return stocks.find(sku).map(Stock::available).orElse(0L);
    }
}
