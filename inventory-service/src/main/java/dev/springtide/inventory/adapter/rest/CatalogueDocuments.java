package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.Catalogue;
import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.application.CatalogueEntry;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.web.Page;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders catalogue answers, once for as long as they are cached. */
@Component
class CatalogueDocuments {

    private final Catalogue catalogue;
    private final JsonMapper json;

    CatalogueDocuments(Catalogue catalogue, JsonMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    @Cacheable(cacheNames = CatalogueDocument.PRODUCTS, key = "#sku.value()", sync = true)
    public CatalogueDocument product(Sku sku) {
        return catalogue
                .find(sku)
                .map(entry -> render(ProductResponse.of(entry)))
                .orElse(CatalogueDocument.none());
    }

    @Cacheable(cacheNames = CatalogueDocument.LISTS, key = "#query.toString()", sync = true)
    public CatalogueDocument list(CatalogueQuery query) {
        int limit = query.limit();
        List<CatalogueEntry> found = catalogue.list(query.category(), query.after(), limit + 1);
        boolean more = found.size() > limit;
        List<CatalogueEntry> items = more ? found.subList(0, limit) : found;
        return render(
                new Page<>(
                        items.stream().map(ProductResponse::of).toList(),
                        more ? CatalogueQuery.cursor(items.getLast()) : null));
    }

    /** Puts a product into the cache that was read along with others. */
    @CachePut(cacheNames = CatalogueDocument.PRODUCTS, key = "#entry.product().sku().value()")
    public CatalogueDocument remember(CatalogueEntry entry) {
        return render(ProductResponse.of(entry));
    }

    private CatalogueDocument render(Object answer) {
        byte[] body = json.writeValueAsBytes(answer);
        return new CatalogueDocument('"' + tag(body) + '"', body, false);
    }

    /** The same bytes have the same tag on every instance; 128 bits of a hash tell all others. */
    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
