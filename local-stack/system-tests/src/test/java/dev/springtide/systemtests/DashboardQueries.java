package dev.springtide.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What dashboards and alerts ask of Prometheus. */
final class DashboardQueries {
    private static final Path DASHBOARDS =
            MonitoringTool.RULES.resolve("../grafana/dashboards").normalize();

    /** What is between the metrics of an expression: texts, labels, windows, groupings. */
    private static final Pattern NO_METRIC =
            Pattern.compile(
                    "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9]*_[a-z0-9_]+|\\bup\\b");
    private static final Pattern FUNCTION = Pattern.compile("[a-z_]+\\s*\\(");

    private DashboardQueries() {}

    /** Every expression of every dashboard, with Grafana's variables filled in. */
    static List<String> all() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.map(DashboardQueries::read)
                    .flatMap(dashboard -> dashboard.findValues("expr").stream())
                    .map(expression -> filledIn(expression.asString("")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The names of the series that an expression reads. */
    static Set<String> metrics(String expression) {
        String bare = NO_METRIC.matcher(expression).replaceAll(" ");
        String plain = FUNCTION.matcher(bare).replaceAll("(");
        return METRIC.matcher(plain)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static String filledIn(String expression) {
        String filled = expression.replace("$__rate_interval", "1m").replace("$service", ".*");
        if (filled.contains("$")) {
            throw new IllegalArgumentException("unknown variable in " + expression);
        }
        return filled;
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
