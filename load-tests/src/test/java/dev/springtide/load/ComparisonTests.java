package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTests {
    @TempDir private Path folder = Path.of("");

    @Test
    void holdsUpToAQuarterBelow() {
        assertThat(Comparison.of(0.5, List.of(0.375, 0.1, 0.9)).isSound()).isTrue();
        assertThat(Comparison.of(0.5, List.of(0.37, 0.37, 0.9)).isSound()).isFalse();
    }

    @Test
    void readsTheRatioOfADocument() throws IOException {
        Path document =
                Files.writeString(folder.resolve("run.json"), "{\"capacity\":{\"ratio\":0.25}}");

        assertThat(Comparison.ratio(document)).isEqualTo(0.25);
    }

    @Test
    void refusesADocumentWithoutABaseline() throws IOException {
        Path document = Files.writeString(folder.resolve("run.json"), "{\"capacity\":null}");

        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.ratio(document));
    }
}
