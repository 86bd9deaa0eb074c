package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.launcher.audit.AuditReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetrialTests {

    private static final Figure STALL = Retrial.told(Duration.ofMillis(250));
    private static final Figure NO_STALL = Retrial.told(Duration.ofMillis(249));
    private static final Figure SLOW = Figure.atMost("p95 meanwhile, ms", 812, 200).ofPace();
    private static final Figure FAST = Figure.atMost("p95 meanwhile, ms", 12, 200).ofPace();
    private static final Figure LOST = Figure.atMost("lost", 1, 0);
    private static final AuditReport CLEAN = audit(true);

    @Test
    void aStallOfTheDiskAsksForASecondTrial() {
        Verdict second = finished(FAST, NO_STALL);

        assertThat(last(true, finished(SLOW, STALL), second)).isSameAs(second);
    }

    @Test
    void theSecondVerdictCountsWhateverItIs() {
        Verdict second = finished(SLOW, STALL);

        assertThat(last(true, finished(SLOW, STALL), second)).isSameAs(second);
        Verdict broken = verdict(CLEAN, "no order was confirmed", SLOW, STALL);
        assertThat(last(true, finished(SLOW, STALL), broken)).isSameAs(broken);
    }

    @Test
    void aStallExplainsNothingThatIsLost() {
        isFinal(true, finished(LOST, STALL));
        isFinal(true, finished(SLOW, LOST, STALL));
    }

    @Test
    void aSlowPlatformOnADiskThatWorksIsNotExcused() {
        isFinal(true, finished(SLOW, NO_STALL));
        isFinal(true, finished(SLOW));
    }

    @Test
    void aFullRunIsNotRepeated() {
        isFinal(false, finished(SLOW, STALL));
    }

    @Test
    void aScenarioThatCouldNotBeFinishedIsNotRepeated() {
        isFinal(true, verdict(null, "no order was confirmed", SLOW, STALL));
        isFinal(true, verdict(CLEAN, "no order was confirmed", SLOW, STALL));
    }

    @Test
    void anAuditThatFoundSomethingIsNotRepeated() {
        isFinal(true, verdict(audit(false), null, SLOW, STALL));
        isFinal(true, verdict(null, null, SLOW, STALL));
    }

    @Test
    void whatPassedIsNotRepeated() {
        isFinal(true, finished(FAST, STALL));
    }

    private static void isFinal(boolean brief, Verdict first) {
        assertThat(last(brief, first)).isSameAs(first);
    }

    /** Fails when more are asked for than there are. */
    private static Verdict last(boolean brief, Verdict... verdicts) {
        Deque<Verdict> trials = new ArrayDeque<>(Arrays.asList(verdicts));
        Path root = Path.of("");
        Verdict last =
                Retrial.last(new Settings(root, root, 7, brief, 1, 0, 0, 0), trials::removeFirst);
        assertThat(trials).isEmpty();
        return last;
    }

    private static Verdict finished(Figure... figures) {
        return verdict(CLEAN, null, figures);
    }

    private static Verdict verdict(
            @Nullable AuditReport audit, @Nullable String failure, Figure... figures) {
        return new Verdict("kafka-down", "", 1, 0, "", List.of(figures), audit, failure);
    }

    private static AuditReport audit(boolean clean) {
        return new AuditReport(Instant.EPOCH, true, clean, List.of());
    }
}
