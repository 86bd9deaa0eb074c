package dev.springtide.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Gatling measured for one request name, times in milliseconds. */
record GatlingFigures(long requests, long failed, long p50, long p95, long p99, long max) {
    /**
     * The figures of the newest report below a results folder, by request name; warm-up left out.
     */
    static Map<String, GatlingFigures> newestIn(Path results) {
        JsonNode all = JsonMapper.shared().readTree(newestReport(results));
        Map<String, GatlingFigures> byName = new LinkedHashMap<>();
        all.path("contents")
                .forEach(request ->
                        byName.put(request.path("name").asString(), of(request.path("stats"))));
        byName.keySet().removeIf(name -> name.startsWith("warm-up"));
        return byName;
    }

    private static GatlingFigures of(JsonNode stats) {
        return new GatlingFigures(
                stats.at("/numberOfRequests/total").asLong(),
                stats.at("/numberOfRequests/ko").asLong(),
                stats.at("/percentiles1/total").asLong(),
                stats.at("/percentiles3/total").asLong(),
                stats.at("/percentiles4/total").asLong(),
                stats.at("/maxResponseTime/total").asLong());
    }

    private static String newestReport(Path results) {
        try (Stream<Path> runs = Files.list(results)) {
            Path newest =
                    runs.filter(Files::isDirectory).max(Comparator.naturalOrder()).orElseThrow();
            return Files.readString(newest.resolve("js/stats.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException("Gatling left no report in " + results, missing);
        }
    }
}
