package dev.springtide.load;

import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gatling in a JVM of its own. */
public record Generator(Settings settings, Path repository) {
    private static final String MARK = "springtide-began ";

    /** Called by the simulation when its first phase begins. */
    public static String beganLine(Instant moment) {
        return MARK + moment.toEpochMilli();
    }

    /** When the first phase of a run began, as its output tells. */
    static Instant began(List<String> output) {
        return output.stream()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .map(line -> Instant.ofEpochMilli(Long.parseLong(line.substring(MARK.length()))))
                .orElseThrow(() -> new IllegalStateException("the load generator did not begin"));
    }

    Run run() throws IOException, InterruptedException {
        Path target = repository.resolve("load-tests/target");
        Path file = target.resolve("settings.json");
        settings.write(file);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.add("-D" + Settings.FILE + "=" + file);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.gatling.app.Gatling"));
        command.addAll(List.of("--simulation", settings.suite().simulation()));
        command.addAll(List.of("--results-folder", target.resolve("gatling").toString()));
        return Run.of(repository, command);
    }
}
