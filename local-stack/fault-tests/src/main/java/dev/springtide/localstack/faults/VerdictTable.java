package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a run says at its end: a line for each scenario, and for one that failed also why. */
final class VerdictTable {

    private final StringBuilder text = new StringBuilder("\n");

    private VerdictTable() {}

    /**
     * @param took with what lies between scenarios: starts and ends of processes
     */
    static String of(List<Verdict> verdicts, Duration took) {
        VerdictTable table = new VerdictTable();
        verdicts.forEach(table::add);
        long passed = verdicts.stream().filter(Verdict::passed).count();
        table.line(
                "%d of %d passed in %d min %d s"
                        .formatted(
                                passed, verdicts.size(), took.toMinutes(), took.toSecondsPart()));
        return table.text.toString();
    }

    private void add(Verdict verdict) {
        line(
                String.format(
                        Locale.ROOT,
                        "%-6s  %-22s %5.0f s  %s",
                        verdict.passed() ? "passed" : "FAILED",
                        verdict.scenario(),
                        verdict.seconds(),
                        verdict.orders()));
        if (verdict.failure() != null) {
            line("          " + verdict.failure());
        }
        if (verdict.audit() != null && !verdict.audit().clean()) {
            line(verdict.audit().table());
        }
        verdict.figures().stream()
                .filter(figure -> !figure.holds())
                .forEach(figure -> line("          " + figure));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
