package dev.springtide.load;

import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the documents of runs are left. */
public record Documents(Path repository) {
    private static final JsonMapper LINE = JsonMapper.shared();
    private static final JsonMapper DOCUMENT =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Writes a document to {@code load-tests/target/<name>.json} and stdout, one line of it to
     * {@code runs.jsonl} and stderr.
     *
     * @param keep whether {@code docs/results/} gets a copy
     */
    public void write(Document document, boolean keep) throws IOException {
        Path target = Files.createDirectories(repository.resolve("load-tests/target"));
        String text = DOCUMENT.writeValueAsString(document) + "\n";
        String line = LINE.writeValueAsString(document.summary()) + "\n";
        String file = document.name() + ".json";
        Files.writeString(target.resolve(file), text);
        Files.writeString(
                target.resolve("runs.jsonl"),
                line,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (keep) {
            Files.writeString(repository.resolve("docs/results").resolve(file), text);
        }
        System.out.print(text);
        document.bounds().forEach(System.err::println);
        System.err.print(line);
    }

    /** What is measured; with {@code -dirty} where the working tree differs from the commit. */
    public String commit() throws IOException, InterruptedException {
        return Run.of(repository, List.of("git", "describe", "--always", "--dirty", "--exclude=*"))
                .firstLine();
    }
}
