package dev.springtide.inventory.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.inventory.application.CatalogueDocument;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentCodecTests {

    @Test
    void readsWhatItWrote() {
        byte[] body = "{\"name\":\"Tee\n\"}".getBytes(StandardCharsets.UTF_8);

        var read = DocumentCodec.decode(DocumentCodec.encode(document("\"tag\"", body)));

        assertThat(read).isPresent();
        assertThat(read.get().etag()).isEqualTo("\"tag\"");
        assertThat(read.get().body()).isEqualTo(body);
        assertThat(read.get().stale()).isFalse();
    }

    @Test
    void remembersThatThereIsNothing() {
        assertThat(DocumentCodec.decode(DocumentCodec.encode(CatalogueDocument.none())))
                .hasValueSatisfying(read -> assertThat(read.isNone()).isTrue());
    }

    @Test
    void readsNothingFromRubbish() {
        assertThat(DocumentCodec.decode(new byte[0])).isEmpty();
        assertThat(DocumentCodec.decode(new byte[1000])).isEmpty();
    }

    private static CatalogueDocument document(String etag, byte[] body) {
        return new CatalogueDocument(etag, body, false);
    }
}
