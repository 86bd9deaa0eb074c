package dev.springtide.load;

import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gatling in a JVM of its own. */
record Generator(Settings settings, Path repository) {

    /** Offers the load and comes back when the last customer has left. */
    Answers.Report run() throws IOException, InterruptedException {
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
        return Answers.Report.in(Run.of(repository, command).output());
    }
}
