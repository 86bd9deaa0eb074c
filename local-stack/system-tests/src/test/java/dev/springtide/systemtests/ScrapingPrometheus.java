package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.FreePorts;
import dev.springtide.localstack.launcher.platform.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus with the repository's configuration, which scrapes a platform every other
 * second: a scrape may take as long, also on a busy machine.
 */
final class ScrapingPrometheus implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final URI address;

    private ScrapingPrometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static ScrapingPrometheus of(MonitoringTool prometheus, Ports platform, Path folder) {
        int port = FreePorts.next();
        try {
            Path configuration = folder.resolve("prometheus.yml");
            Files.writeString(configuration, configuration(platform));
            Files.copy(MonitoringTool.RULES.resolve("alerts.yml"), folder.resolve("alerts.yml"));
            Process process =
                    prometheus.start(
                            folder.resolve("prometheus.log"),
                            List.of(
                                    "--config.file=" + configuration,
                                    "--storage.tsdb.path=" + folder.resolve("data"),
                                    "--web.listen-address=127.0.0.1:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            ScrapingPrometheus started =
                    new ScrapingPrometheus(process, URI.create("http://127.0.0.1:" + port));
            await().atMost(Duration.ofSeconds(30)).until(started::isReady);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The configuration for ./run, with the ports of this platform. */
    private static String configuration(Ports ports) throws IOException {
        String text = Files.readString(MonitoringTool.RULES.resolve("prometheus.yml"));
        Map<String, Integer> places =
                Map.of(
                        "127.0.0.1:9080", ports.management(),
                        "127.0.0.1:8081", ports.order(),
                        "127.0.0.1:8082", ports.inventory(),
                        "127.0.0.1:8083", ports.payment());
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            assertThat(text).contains(place.getKey());
            text = text.replace(place.getKey(), "127.0.0.1:" + place.getValue());
        }
        return text.replace(": 5s", ": 2s");
    }

    /** Those of the expressions that give no number at all. */
    List<String> withoutData(List<String> expressions) {
        return expressions.stream().filter(expression -> !hasData(expression)).toList();
    }

    /** Those rules that could not be evaluated, with the reason. */
    List<String> brokenRules() {
        return rules().stream()
                .filter(rule -> !rule.path("health").asString("").equals("ok"))
                .map(rule ->
                        rule.path("name").asString("") + ": " + rule.path("lastError").asString(""))
                .toList();
    }

    List<JsonNode> rules() {
        return StreamSupport.stream(get("/api/v1/rules").at("/data/groups").spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
                .toList();
    }

    private boolean hasData(String expression) {
        JsonNode answer =
                get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asString("")).as("%s", expression).isEqualTo("success");
        return StreamSupport.stream(answer.at("/data/result").spliterator(), false)
                .map(sample -> sample.at("/value/1").asString("NaN"))
                .anyMatch(value -> !value.equals("NaN"));
    }

    private boolean isReady() {
        try {
            return send("/-/ready").statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(send(path).body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private HttpResponse<String> send(String path) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
