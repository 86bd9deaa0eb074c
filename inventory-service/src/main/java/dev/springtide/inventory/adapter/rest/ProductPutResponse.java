package dev.springtide.inventory.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.springtide.inventory.application.ProductPut;

/**
 * A product after it was put.
 *
 * @param version 1 for a new product, one more with each change
 */
record ProductPutResponse(@JsonUnwrapped ProductResponse product, long version) {

    static ProductPutResponse of(ProductPut put) {
        return new ProductPutResponse(
                ProductResponse.of(put.product(), put.available()), put.product().version());
    }
}
