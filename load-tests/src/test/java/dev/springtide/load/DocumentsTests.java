package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir Path repository;

    record Note(String name, List<Bound> bounds, String verdict) implements Document {
        @Override
        public Map<String, String> summary() {
            return Map.of("name", name, "verdict", verdict);
        }
    }

    @Test
    void leavesTheDocumentAndALineOfEachRun() throws IOException {
        Documents documents = new Documents(repository);

        documents.write(note("failed"), false);
        documents.write(note("passed"), false);

        Path target = repository.resolve("load-tests/target");
        JsonNode document = JSON.readTree(target.resolve("note.json"));
        assertThat(document.propertyNames()).containsExactly("name", "bounds", "verdict");
        assertThat(document.path("verdict").asString()).isEqualTo("passed");
        assertThat(Files.readAllLines(target.resolve("runs.jsonl")))
                .extracting(line -> JSON.readTree(line).path("verdict").asString())
                .containsExactly("failed", "passed");
        assertThat(repository.resolve("docs")).doesNotExist();
    }

    @Test
    void keepsACopyOnRequest() throws IOException {
        Path results = Files.createDirectories(repository.resolve("docs/results"));

        new Documents(repository).write(note("passed"), true);

        assertThat(results.resolve("note.json"))
                .hasSameTextualContentAs(repository.resolve("load-tests/target/note.json"));
    }

    private static Note note(String verdict) {
        return new Note("note", List.of(Bound.atMost("figure", 2, 1)), verdict);
    }
}
