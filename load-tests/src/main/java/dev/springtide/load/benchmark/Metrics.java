package dev.springtide.load.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A service's own counts, as it tells them to Prometheus. */
final class Metrics implements AutoCloseable {
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest page;

    Metrics(URI service) {
        this.page = HttpRequest.newBuilder(service.resolve("/actuator/prometheus")).build();
    }

    /**
     * The sum of all series of a metric that have these labels; zero where there is none.
     *
     * @param labels each as {@code name="value"}
     */
    double sum(String metric, String... labels) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(page, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(page.uri() + " answered " + answer.statusCode());
        }
        return sum(answer.body(), metric, List.of(labels));
    }

    static double sum(String page, String metric, List<String> labels) {
        return page.lines()
                .filter(line -> line.startsWith(metric + "{"))
                .filter(line -> labels.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        http.close();
    }
}
