package dev.springtide.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Gatling measured for one request name, times in milliseconds, read from the assertions it
 * prints at the end of a run. A simulation that wants its figures here asserts each of them,
 * loosely where no limit is meant.
 */
record GatlingFigures(long requests, long failed, long p50, long p95, long p99, long max) {
    private static final Pattern ASSERTION =
            Pattern.compile("^(?<name>.+?): (?<what>.+) is .+ \\(actual : (?<value>[0-9.E]+)\\)$");

    static Map<String, GatlingFigures> in(List<String> output) {
        Map<String, Map<String, Long>> found = new LinkedHashMap<>();
        for (String line : output) {
            Matcher assertion = ASSERTION.matcher(line);
            if (assertion.matches()) {
                found.computeIfAbsent(assertion.group("name"), name -> new LinkedHashMap<>())
                        .put(
                                assertion.group("what"),
                                (long) Double.parseDouble(assertion.group("value")));
            }
        }
        Map<String, GatlingFigures> figures = new LinkedHashMap<>();
        found.forEach((name, values) -> figures.put(name, of(values)));
        return figures;
    }

    private static GatlingFigures of(Map<String, Long> values) {
        return new GatlingFigures(
                values.getOrDefault("count of all events", 0L),
                values.getOrDefault("count of failed events", 0L),
                values.getOrDefault("50th percentile of response time", 0L),
                values.getOrDefault("95th percentile of response time", 0L),
                values.getOrDefault("99th percentile of response time", 0L),
                values.getOrDefault("max of response time", 0L));
    }
}
