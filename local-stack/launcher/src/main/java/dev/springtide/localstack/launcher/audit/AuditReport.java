package dev.springtide.localstack.launcher.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verdict.
 *
 * @param at when the audit ended
 */
public record AuditReport(Instant at, boolean settled, boolean clean, List<Line> checks) {

    private static final int SHOWN = 10;

    /** One check's verdict; of many breaches the first are kept as examples. */
    public record Line(String check, long examined, int breaches, List<Breach> examples) {}

    static AuditReport of(AuditOptions options, List<Finding> findings) {
        List<Line> lines =
                findings.stream()
                        .map(finding ->
                                new Line(
                                        finding.check(),
                                        finding.examined(),
                                        finding.breaches().size(),
                                        finding.breaches().stream().limit(SHOWN).toList()))
                        .toList();
        return new AuditReport(
                Instant.now(),
                options.settled(),
                lines.stream().allMatch(line -> line.breaches() == 0),
                lines);
    }

    public String json() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
    }

    /** A line per check, then the examples, then the verdict. */
    public String table() {
        List<String> text = new ArrayList<>();
        for (Line line : checks) {
            text.add(
                    String.format(
                            Locale.ROOT,
                            "%-6s  %-42s %,10d examined%s",
                            line.breaches() == 0 ? "ok" : "BREACH",
                            line.check(),
                            line.examined(),
                            line.breaches() == 0 ? "" : ", " + line.breaches() + " breaches"));
            line.examples()
                    .forEach(breach ->
                            text.add("          " + breach.subject() + ": " + breach.detail()));
        }
        text.add(clean ? "The audit is clean." : "The audit found breaches.");
        return String.join(System.lineSeparator(), text);
    }
}
