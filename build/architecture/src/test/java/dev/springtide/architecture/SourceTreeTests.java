package dev.springtide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sizes and the layout of the whole repository, and the proof that each check can fail. */
class SourceTreeTests {
    private static final SourceTree REPOSITORY =
            new SourceTree(Path.of(Objects.requireNonNull(System.getProperty("springtide.root"))));

    @TempDir Path folder;

    @Test
    void theRepositoryKeepsToTheSizes() {
        assertThat(REPOSITORY.main()).isNotEmpty();
        assertThat(REPOSITORY.sizeBreaches()).isEmpty();
    }

    @Test
    void everyPackageOfTheRepositoryIsNullMarked() {
        assertThat(REPOSITORY.unmarkedPackages()).isEmpty();
    }

    @Test
    void everyTestOfTheRepositoryIsRun() {
        assertThat(REPOSITORY.testsNobodyRuns()).isEmpty();
    }

    @Test
    void refusesALargeFile() throws IOException {
        main("Large.java", 301);

        assertThat(new SourceTree(folder).sizeBreaches())
                .singleElement()
                .asString()
                .contains("Large.java has 301");
    }

    @Test
    void refusesATreeOfMiddlingFiles() throws IOException {
        for (int file = 0; file < 20; file++) {
            main("Middling" + file + ".java", 51);
        }

        assertThat(new SourceTree(folder).sizeBreaches())
                .singleElement()
                .asString()
                .startsWith("50 % of 20");
    }

    @Test
    void refusesATreeWithManyLongFiles() throws IOException {
        for (int file = 0; file < 20; file++) {
            main("File" + file + ".java", file < 17 ? 10 : 121);
        }

        assertThat(new SourceTree(folder).sizeBreaches())
                .singleElement()
                .asString()
                .startsWith("90 % of 20");
    }

    @Test
    void refusesAnUnmarkedPackage() throws IOException {
        main("Alone.java", 3);

        assertThat(new SourceTree(folder).unmarkedPackages()).hasSize(1);
    }

    @Test
    void refusesATestThatNobodyRuns() throws IOException {
        write("module/src/test/java/some/OrderTest.java", "@Test\nvoid runs() {}\n");

        assertThat(new SourceTree(folder).testsNobodyRuns()).hasSize(1);
    }

    private void main(String name, int lines) throws IOException {
        write("module/src/main/java/some/" + name, "\n".repeat(lines));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
