package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.ProductPut;
import dev.springtide.inventory.application.PutProduct;
import dev.springtide.inventory.application.PutProductHandler;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.problem.ProblemException;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Operators write the products. */
@RestController
class ProductController {

    private final PutProductHandler handler;

    ProductController(PutProductHandler handler) {
        this.handler = handler;
    }

    @PutMapping(
            path = "/api/v1/products/{sku}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProductPutResponse> put(
            @PathVariable String sku, @Valid @RequestBody ProductRequest request) {
        if (!Sku.isValid(sku)) {
            throw ProblemException.invalid("sku", "must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        ProductPut put = handler.handle(new PutProduct(new Sku(sku), request.details()));
        ResponseEntity.BodyBuilder answer =
                put.created()
                        ? ResponseEntity.created(URI.create("/api/v1/products/" + sku))
                        : ResponseEntity.ok();
        return answer.cacheControl(CacheControl.noStore()).body(ProductPutResponse.of(put));
    }
}
