package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Each process dies once under a steady load; the other scenarios and the full counts are for the
 * command {@code ./faults}. {@code -Dfaults.seed} repeats a plan.
 */
class FaultsIT {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int RATE = 30;
    private static final int KILLS = 8;

    @Test
    void losesNothingWhenEachProcessIsKilledUnderLoad() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
        Path target = Path.of("target").toAbsolutePath();
        System.out.println("seed " + SEED);
        List<Verdict> verdicts = new ArrayList<>();
        new FaultRun(new Settings(root, target, SEED, true, 1, RATE, KILLS, 0))
                .run(List.of(new KillEveryProcess()), all -> verdicts.add(all.getLast()));
        Verdict verdict = verdicts.getFirst();
        assertThat(verdict.passed()).as(VerdictTable.of(List.of(verdict), Duration.ZERO)).isTrue();
        assertThat(verdict.audit()).isNotNull();
    }
}
