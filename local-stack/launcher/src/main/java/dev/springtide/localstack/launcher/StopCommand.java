package dev.springtide.localstack.launcher;

import dev.springtide.embedded.ProcessIdentity;
import dev.springtide.embedded.Readiness;
import dev.springtide.embedded.Signal;
import dev.springtide.localstack.launcher.state.Leftovers;
import dev.springtide.localstack.launcher.state.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ends the launcher, which ends its parts; then whatever parts are left, the launcher killed or
 * not.
 */
record StopCommand(Path root, Arguments arguments) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    int run() {
        Optional<RunState> state = RunState.load(root);
        if (state.isEmpty()) {
            System.out.println("nothing runs here");
            return 0;
        }
        Optional<ProcessIdentity> launcher = state.get().launcher();
        launcher.ifPresent(StopCommand::end);
        Leftovers leftovers = Leftovers.of(state.get());
        if (leftovers.isPresent()) {
            System.out.println(
                    "ending what was left: " + String.join(", ", leftovers.alive().keySet()));
            leftovers.end();
        }
        System.out.println(
                launcher.isPresent() || leftovers.isPresent() ? "stopped" : "nothing runs here");
        return 0;
    }

    private static void end(ProcessIdentity launcher) {
        System.out.println("stopping ...");
        Signal.TERM.send(List.of(launcher));
        Readiness.within(PATIENCE).until(() -> !launcher.isAlive());
    }
}
