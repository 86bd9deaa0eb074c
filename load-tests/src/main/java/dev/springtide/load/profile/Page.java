package dev.springtide.load.profile;

import dev.springtide.load.machine.CpuTimes;
import dev.springtide.load.machine.Hardware;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page that tells it, in Markdown. */
final class Page {
    private static final double LEAST_MILLIS = 0.005;
    private static final double KIB = 1_024;
    private static final double SECOND = 1_000;
    private static final double MINUTE = 60_000;

    private static final String HEAD =
            """
            # Where the CPU of an order goes

            Figures are for one confirmed order; browsing and status reads that the load mixed in are in them.
            """;

    private static final String STEPS =
            """

            ## By step

            CPU of compilers and collector is that of their threads; the rest of a JVM is divided as Java Flight Recorder's samples of CPU time fall.
            A step is told by the task of its thread, that of a request by the innermost layer on its stack.\
            """;

    private static final String WAITS =
            """

            ## Waits

            Milliseconds for an order; of monitors only waits of 20 ms and more.

            | service | for | asked | ms |
            |---|---|---|---|\
            """;

    private static final String STATEMENTS =
            """

            ## By statement

            By `pg_stat_statements`: milliseconds from the start of a statement to its end in the server; pages are those it made dirty.
            What took 100 ms and more is in the server's log with its plan.

            | database | calls | rows a call | ms | pages | statement |
            |---|---|---|---|---|---|\
            """;

    private final double millis;
    private final double orders;
    private final CpuTimes used;
    private final List<String> services = new ArrayList<>();
    private final List<String> waits = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();

    /**
     * A page without details yet.
     *
     * @param orders confirmed meanwhile
     */
    Page(long millis, long orders, CpuTimes used) {
        this.millis = millis;
        this.orders = Math.max(1, orders);
        this.used = used;
    }

    private record Line(String text, double cpu) {}

    void service(String name, ThreadTimes times, Samples samples) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("just-in-time compilers", times.compilers()));
        lines.add(new Line("garbage collection", times.collector()));
        for (Step step : samples.steps()) {
            lines.add(
                    new Line(
                            String.format(
                                    Locale.ROOT,
                                    "%s | %.1f",
                                    step.label(),
                                    samples.bytes(step) / orders / KIB),
                            times.program() * samples.share(step)));
        }
        services.add(
                "\n### %s\n\n| step | KiB allocated | CPU-ms |\n|---|---|---|".formatted(name));
        lines.stream()
                .filter(line -> line.cpu / orders >= LEAST_MILLIS)
                .sorted(Comparator.comparingDouble(Line::cpu).reversed())
                .map(line -> row(line.text.contains("|") ? line.text : line.text + " | ", line.cpu))
                .forEach(services::add);
        waits.add(
                String.format(
                        Locale.ROOT,
                        "| %s | monitors | | %.3f |",
                        name,
                        samples.blocked().toMillis() / orders));
    }

    void pool(String service, String pool, PoolWaits waited) {
        waits.add(
                String.format(
                        Locale.ROOT,
                        "| %s | connections of `%s` | %.3f | %.3f |",
                        service,
                        pool,
                        waited.connections() / orders,
                        waited.millis() / orders));
    }

    void statements(List<Statements.Total> totals) {
        totals.forEach(total ->
                statements.add(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.3f | %.1f | %.3f | %.3f | `%s` |",
                                total.database(),
                                total.calls() / orders,
                                (double) total.rows() / Math.max(1, total.calls()),
                                total.millis() / orders,
                                total.pages() / orders,
                                total.text().replace("|", "¦"))));
    }

    String text(String commit, Hardware hardware) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add(occasion(commit, hardware));
        lines.add("\n## By process\n\n| process | cores | CPU-ms |\n|---|---|---|");
        used.byPart().entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .map(part -> process(part.getKey(), part.getValue()))
                .forEach(lines::add);
        lines.add(process("**the platform**", used.platform()));
        lines.add(STEPS);
        lines.addAll(services);
        lines.add(WAITS);
        lines.addAll(waits);
        lines.add(STATEMENTS);
        lines.addAll(statements);
        return String.join("\n", lines) + "\n";
    }

    private String occasion(String commit, Hardware hardware) {
        return String.format(
                Locale.ROOT,
                """
                Made by `load-tests/profile` on %s at commit %s, on %s with %d cores and %s MiB, Linux %s, JDK %s: in %.0f s %.0f orders were confirmed, %.0f a minute.
                The machine was busy with %.2f cores, %.2f of them outside the platform: the load generator and what else ran.\
                """,
                LocalDate.now(ZoneOffset.UTC),
                commit,
                hardware.cpu(),
                hardware.cores(),
                hardware.memoryMiB(),
                hardware.kernel(),
                hardware.java(),
                millis / SECOND,
                orders,
                orders * MINUTE / millis,
                used.busy() / millis,
                used.foreign() / millis);
    }

    private String process(String name, double cpu) {
        return row(String.format(Locale.ROOT, "%s | %.3f", name, cpu / millis), cpu);
    }

    private String row(String columns, double cpu) {
        return String.format(Locale.ROOT, "| %s | %.3f |", columns, cpu / orders);
    }
}
