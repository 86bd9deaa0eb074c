package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTests {
    @TempDir private Path folder = Path.of("");

    @Test
    void takesTheMedianAndNotTheMean() {
        assertThat(Comparison.of(0.5, List.of(0.9, 0.1, 0.4)).now()).isEqualTo(0.4);
        assertThat(Comparison.of(0.5, List.of(0.2, 0.4)).now()).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void holdsUpToAQuarterBelow() {
        assertThat(Comparison.of(0.5, List.of(0.375, 0.1, 0.9)).isSound()).isTrue();
        assertThat(Comparison.of(0.5, List.of(0.37, 0.37, 0.9)).isSound()).isFalse();
    }

    @Test
    void readsTheRatioOfADocument() throws IOException {
        assertThat(Comparison.ratio(document("{\"capacity\":{\"ratio\":0.25}}"))).isEqualTo(0.25);
    }

    @Test
    void refusesWhatCannotBeCompared() throws IOException {
        Path without = document("{\"capacity\":{\"ratio\":null}}");

        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.ratio(without));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.ratio(folder.resolve("missing.json")));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(0.5, List.of()));
    }

    private Path document(String json) throws IOException {
        return Files.writeString(folder.resolve("run.json"), json);
    }
}
