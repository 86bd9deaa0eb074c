package dev.springtide.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Scanner;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A run as a JSON document: what was run, on what, and how it ended. */
record RunDocument(
        String commit,
        String began,
        long seed,
        boolean brief,
        int instances,
        int ordersPerSecond,
        int leastKills,
        int leastOrders,
        int cores,
        String cpu,
        String kernel,
        String java,
        List<Verdict> verdicts) {

    static RunDocument of(Settings settings, Instant began, List<Verdict> verdicts) {
        return new RunDocument(
                head(settings.root()),
                began.toString(),
                settings.seed(),
                settings.brief(),
                settings.instances(),
                settings.rate(),
                settings.kills(),
                settings.orders(),
                Runtime.getRuntime().availableProcessors(),
                model(),
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"),
                verdicts);
    }

    RunDocument withVerdicts(List<Verdict> others) {
        return new RunDocument(
                commit,
                began,
                seed,
                brief,
                instances,
                ordersPerSecond,
                leastKills,
                leastOrders,
                cores,
                cpu,
                kernel,
                java,
                others);
    }

    static RunDocument read(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), RunDocument.class);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(this)
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String model() {
        try (Scanner lines = new Scanner(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
            String model = lines.findWithinHorizon("model name\\s*: .*", 0);
            return model == null ? "unknown" : model.replaceFirst(".*: ", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(Path root) {
        try {
            Process git =
                    new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String first = git.inputReader().readLine();
            return first == null ? "unknown" : first;
        } catch (IOException _) {
            return "unknown";
        }
    }
}
