package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.audit.AuditReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario ended.
 *
 * @param orders what became of the stream, in words
 * @param failure why the scenario could not be finished
 * @param foreignCores what others used of the machine meanwhile
 */
public record Verdict(
        String scenario,
        String about,
        double seconds,
        double foreignCores,
        String orders,
        List<Figure> figures,
        @Nullable AuditReport audit,
        @Nullable String failure) {

    /** Every figure kept its limit, and the audit is clean where there was one. */
    public boolean passed() {
        return failure == null
                && (audit == null || audit.clean())
                && figures.stream().allMatch(Figure::holds);
    }

    /** It was finished, the audit is clean, and no figure was missed but such of pace. */
    boolean missedOnlyPace() {
        return !passed()
                && failure == null
                && audit != null
                && audit.clean()
                && figures.stream().allMatch(figure -> figure.holds() || figure.pace());
    }
}
