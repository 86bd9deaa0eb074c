package dev.springtide.embedded;

import java.util.List;
import java.util.regex.Pattern;

/** What EXPLAIN (ANALYZE, BUFFERS) tells of a statement's reading. */
public final class ExplainedPages {

    private static final Pattern BUFFERS = Pattern.compile("(?:hit|read)=([0-9]+)");

    private ExplainedPages() {}

    /** Pages that the whole execution looked at: the first line that tells them; planning apart. */
    public static long of(List<String> plan) {
        String line =
                plan.stream()
                        .takeWhile(step -> !step.startsWith("Planning"))
                        .filter(step -> step.contains("Buffers:"))
                        .findFirst()
                        .orElse("");
        return BUFFERS.matcher(line)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
