package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditException;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.state.Refusal;
import dev.springtide.localstack.launcher.state.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the verdict and writes it as JSON; exits with 1 on a breach. */
record AuditCommand(Path root, Arguments arguments) {

    private static final int BREACH = 1;

    int run() {
        RunState state = RunState.required(root);
        return judge(AuditTarget.of(new Platform(state.options())));
    }

    int judge(AuditTarget target) {
        Path out =
                arguments
                        .value("--out")
                        .map(Path::of)
                        .orElse(RunState.folder(root).resolve("audit.json"));
        AuditOptions options = new AuditOptions(arguments.has("--settled"), acknowledged());
        try {
            AuditReport report = new Audit(target, options).run();
            System.out.println(report.table());
            Files.writeString(out, report.json());
            return report.clean() ? 0 : BREACH;
        } catch (AuditException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal("cannot write " + out + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Set<UUID> acknowledged() {
        Path file = arguments.value("--acknowledged").map(Path::of).orElse(null);
        if (file == null) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("cannot read order ids from " + file + ": " + e.getMessage());
        }
    }
}
