package dev.springtide.order.application.catalogue;

import dev.springtide.order.domain.Sku;
import java.util.Collection;
import java.util.Map;

/** The price projection. */
public interface ProductPrices {

    /** Those of the SKUs that are known. */
    Map<Sku, ProductPrice> find(Collection<Sku> skus);
}
