package dev.springtide.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One patch of {@code mutants/}, looked at without running its test. */
record Mutant(Path root, Path patch) {
    private static final Pattern HEADER =
            Pattern.compile(
                    "\\A# guard: \\S.*\\n# test: (?<module>\\S+) (?<type>\\w+)#(?<method>\\w+)\\n"
                            + "(?:# scenario: (?<scenario>[a-z-]+)\\n)?(?=diff )");
    private static final Path SCENARIOS = Path.of("local-stack/fault-tests/src/main/java");

    static List<Mutant> in(Path root) {
        try (Stream<Path> files = Files.list(root.resolve("mutants"))) {
            return files.filter(file -> file.toString().endsWith(".patch"))
                    .sorted()
                    .map(file -> new Mutant(root, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with the patch; empty when it may be tried. */
    List<String> flaws() throws IOException, InterruptedException {
        List<String> flaws = new ArrayList<>();
        Matcher header = HEADER.matcher(Files.readString(patch));
        if (!header.find()) {
            flaws.add(patch + " does not start with its guard and its test");
        } else if (!hasTest(header.group("module"), header.group("type"), header.group("method"))) {
            flaws.add(patch + " names a test that is not there");
        } else if (!hasScenario(header.group("scenario"))) {
            flaws.add(patch + " names a scenario that is not there");
        }
        if (!applies()) {
            flaws.add(patch + " no longer applies");
        }
        return flaws;
    }

    private boolean hasTest(String module, String type, String method) throws IOException {
        Path tests = root.resolve(module).resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> fileName(file).equals(type + ".java"))
                    .anyMatch(file -> read(file).contains("void " + method + "("));
        }
    }

    private boolean hasScenario(@Nullable String name) throws IOException {
        if (name == null) {
            return true;
        }
        try (Stream<Path> files = Files.walk(root.resolve(SCENARIOS))) {
            return files.filter(file -> fileName(file).endsWith(".java"))
                    .anyMatch(file -> read(file).contains("return \"" + name + "\";"));
        }
    }

    private boolean applies() throws IOException, InterruptedException {
        return new ProcessBuilder("git", "apply", "--check", patch.toString())
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String fileName(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
