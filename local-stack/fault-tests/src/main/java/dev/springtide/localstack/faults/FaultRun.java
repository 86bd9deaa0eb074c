package dev.springtide.localstack.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios one after the other: each on a fresh platform, or, in a short run, all on one, for
 * starting it takes longer than most of them.
 */
final class FaultRun {

    private static final String SHARED = "shared";

    private final Settings settings;
    private final List<Verdict> verdicts = new ArrayList<>();
    private @Nullable Stage stage;

    FaultRun(Settings settings) {
        this.settings = settings;
    }

    /**
     * A scenario that could not be finished leaves its platform in whatever state: the next one
     * gets a fresh one.
     *
     * @param listener told of all verdicts so far after each
     */
    void run(List<Scenario> scenarios, Consumer<List<Verdict>> listener) {
        try {
            for (Scenario scenario : scenarios) {
                Trial trial = new Trial(scenario, settings);
                Verdict verdict = Retrial.last(settings, () -> trial.run(() -> stageFor(scenario)));
                verdicts.add(verdict);
                listener.accept(List.copyOf(verdicts));
                if (!settings.brief() || verdict.failure() != null) {
                    leave();
                }
            }
        } finally {
            leave();
        }
    }

    private Stage stageFor(Scenario scenario) {
        Stage current = stage;
        if (current == null) {
            current = Stage.start(settings, settings.brief() ? SHARED : scenario.name(), scenario);
            stage = current;
        } else {
            current.cast(scenario.several(settings.brief()));
        }
        return current;
    }

    private void leave() {
        Stage current = stage;
        if (current != null) {
            stage = null;
            current.close();
        }
    }
}
