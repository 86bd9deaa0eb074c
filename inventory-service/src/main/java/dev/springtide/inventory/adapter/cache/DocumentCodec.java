package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A document in Redis: the entity tag, a line feed, the body. */
final class DocumentCodec {

    private static final byte SEPARATOR = '\n';
    private static final int LONGEST_TAG = 128;

    private DocumentCodec() {}

    static byte[] encode(CatalogueDocument document) {
        byte[] etag = document.etag().getBytes(StandardCharsets.ISO_8859_1);
        byte[] value = Arrays.copyOf(etag, etag.length + 1 + document.body().length);
        value[etag.length] = SEPARATOR;
        System.arraycopy(document.body(), 0, value, etag.length + 1, document.body().length);
        return value;
    }

    /** Empty for a value that is not ours. */
    static Optional<CatalogueDocument> decode(byte[] value) {
        for (int i = 0; i < value.length && i <= LONGEST_TAG; i++) {
            if (value[i] == SEPARATOR) {
                return Optional.of(
                        i == 0
                                ? CatalogueDocument.none()
                                : new CatalogueDocument(
                                        new String(value, 0, i, StandardCharsets.ISO_8859_1),
                                        Arrays.copyOfRange(value, i + 1, value.length),
                                        false));
            }
        }
        return Optional.empty();
    }
}
