package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.state.Leftovers;
import dev.springtide.localstack.launcher.state.RunState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** One line per part; exits with 1 when one of them does not run. */
record StatusCommand(Path root, Arguments arguments) {

    int run() {
        RunState state = RunState.required(root);
        PlatformOptions options = state.options();
        System.out.println(
                state.launcher()
                        .map(launcher -> "launcher runs (pid " + launcher.pid() + ")")
                        .orElse("the launcher is gone; ./run stop ends what it left"));
        boolean complete = state.launcher().isPresent();
        Leftovers alive = Leftovers.of(state);
        for (Part part : Part.values()) {
            Optional<Long> pid = alive.of(part.file()).map(process -> process.pid());
            complete &= pid.isPresent();
            System.out.println(
                    String.format(
                            Locale.ROOT,
                            "%-18s %-10s 127.0.0.1:%-6d %s",
                            part.label(),
                            pid.map(number -> "pid " + number).orElse("not running"),
                            options.ports().of(part),
                            options.logs().resolve(part.file() + ".log")));
        }
        System.out.println("data               " + options.data());
        return complete ? 0 : 1;
    }
}
