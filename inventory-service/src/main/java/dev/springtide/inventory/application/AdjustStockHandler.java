package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adjusts the stock once per key. Only an adjustment that was made takes its key for ever: one that
 * was refused may be sent again, with the same key too.
 */
@Service
public class AdjustStockHandler {

    private final Adjustments adjustments;
    private final Stocks stocks;
    private final CatalogueChanges catalogue;

    public AdjustStockHandler(Adjustments adjustments, Stocks stocks, CatalogueChanges catalogue) {
        this.adjustments = adjustments;
        this.stocks = stocks;
        this.catalogue = catalogue;
    }

    /**
     * Adjusts, or tells again what the adjustment of this key led to.
     *
     * @throws AdjustmentInFlightException while the same key is being worked on
     * @throws AdjustmentKeyReusedException for another adjustment under the same key
     * @throws UnknownSkuException for a SKU without a product
     * @throws dev.springtide.inventory.domain.InsufficientStockException below zero
     */
    @Transactional
    public StockAdjusted handle(AdjustStock command) {
        if (!adjustments.claim(command)) {
            throw new AdjustmentInFlightException();
        }
        Optional<Stock> earlier = adjustments.find(command);
        if (earlier.isPresent()) {
            return new StockAdjusted(earlier.get(), true);
        }
        Stock before =
                stocks.lock(Set.of(command.sku())).stream()
                        .findFirst()
                        .orElseThrow(() -> new UnknownSkuException(command.sku().value()));
        Stock after = before.adjustedBy(command.delta());
        stocks.change(List.of(StockChange.between(before, after)));
        adjustments.record(command, after);
        catalogue.changed(command.sku());
        return new StockAdjusted(after, false);
    }
}
