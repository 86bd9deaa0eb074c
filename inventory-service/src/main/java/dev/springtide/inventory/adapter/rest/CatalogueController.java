package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.application.CatalogueFreshness;
import dev.springtide.inventory.application.UnknownSkuException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anyone reads the catalogue. The framework compares the entity tags and answers 304. */
@RestController
@RequestMapping(path = "/api/v1/products", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueController {

    private static final String STALE = "110 - \"Response is Stale\"";

    private final CatalogueDocuments documents;
    private final CacheControl fresh;

    CatalogueController(CatalogueDocuments documents, CatalogueFreshness freshness) {
        this.documents = documents;
        this.fresh = CacheControl.maxAge(freshness.http()).cachePublic();
    }

    @GetMapping("/{sku}")
    ResponseEntity<byte[]> product(@PathVariable String sku) {
        CatalogueDocument document = documents.product(PathSku.parse(sku));
        if (document.isNone()) {
            throw new UnknownSkuException(sku);
        }
        return answer(document);
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return answer(documents.list(CatalogueQuery.parse(category, cursor, limit)));
    }

    private ResponseEntity<byte[]> answer(CatalogueDocument document) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .eTag(document.etag())
                        .cacheControl(document.stale() ? CacheControl.noCache() : fresh);
        if (document.stale()) {
            answer = answer.header(HttpHeaders.WARNING, STALE);
        }
        return answer.body(document.body());
    }
}
