package dev.springtide.inventory.application;

import java.nio.charset.StandardCharsets;

/**
 * A catalogue answer as it is stored and sent: rendered once, however often it is read.
 *
 * @param etag the entity tag, in quotes; empty if there is nothing to send
 * @param body the JSON; never changed by anybody who holds it
 * @param stale whether it is older than promised, because the database could not be asked
 */
@SuppressWarnings("ArrayRecordComponent") // identity is all a document is ever compared by
public record CatalogueDocument(String etag, byte[] body, boolean stale) {

    /** The cache of single products by SKU. */
    public static final String PRODUCTS = "catalogue.product";

    /** The cache of lists by what was asked for. */
    public static final String LISTS = "catalogue.list";

    private static final CatalogueDocument NONE = new CatalogueDocument("", new byte[0], false);

    /** Says that there is nothing, which is worth remembering too. */
    public static CatalogueDocument none() {
        return NONE;
    }

    public boolean isNone() {
        return etag.isEmpty();
    }

    public CatalogueDocument asStale() {
        return new CatalogueDocument(etag, body, true);
    }

    /** What it takes to hold it, about. */
    public int weight() {
        return body.length + etag.getBytes(StandardCharsets.ISO_8859_1).length + 64;
    }
}
