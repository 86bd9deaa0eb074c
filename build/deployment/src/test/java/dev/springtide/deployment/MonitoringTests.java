package dev.springtide.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the monitoring, against each other; needs neither Prometheus nor Grafana. */
class MonitoringTests {
    private static final Path FOLDER = ServiceProject.ROOT.resolve("monitoring");

    @Test
    void everyAlertIsDocumentedAndHasASeverityAndASummary() throws IOException {
        String documentation = Files.readString(ServiceProject.ROOT.resolve("docs/monitoring.md"));

        assertThat(alerts())
                .hasSizeGreaterThan(15)
                .allSatisfy(alert -> {
                    assertThat(documentation).contains("| `" + alert.get("alert") + "` |");
                    assertThat(at(alert, "labels", "severity")).isIn("critical", "warning");
                    assertThat(at(alert, "annotations", "summary")).asString().isNotBlank();
                });
    }

    @Test
    void everyAlertHasAPlaceInTheRunbook() throws IOException {
        List<String> headings =
                Files.readString(ServiceProject.ROOT.resolve("docs/runbook.md"))
                        .lines()
                        .filter(line -> line.startsWith("### "))
                        .flatMap(line -> Stream.of(line.substring("### ".length()).split(", ")))
                        .toList();

        assertThat(alerts())
                .extracting(alert -> String.valueOf(alert.get("alert")))
                .isSubsetOf(headings);
    }

    @Test
    void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        List<Map<?, ?>> cases =
                yaml("prometheus/alerts.test.yml").stream()
                        .flatMap(file -> list(file, "tests"))
                        .flatMap(test -> list(test, "alert_rule_test"))
                        .toList();

        assertThat(alerts())
                .allSatisfy(alert -> {
                    Predicate<Map<?, ?>> own =
                            test -> Objects.equals(test.get("alertname"), alert.get("alert"));
                    assertThat(cases)
                            .filteredOn(own)
                            .anyMatch(test -> test.containsKey("exp_alerts"));
                    assertThat(cases)
                            .filteredOn(own.and(test -> !test.containsKey("exp_alerts")))
                            .as("a quiet case of %s", alert.get("alert"))
                            .isNotEmpty();
                });
    }

    @Test
    void everyPanelHasAPlaceAnIdADescriptionAndTheProvisionedSource() throws IOException {
        JsonNode dashboard =
                new JsonMapper()
                        .readTree(
                                Files.readString(
                                        FOLDER.resolve("grafana/dashboards/peak-day.json")));
        List<JsonNode> panels =
                Stream.iterate(0, i -> i + 1)
                        .limit(dashboard.path("panels").size())
                        .map(dashboard.path("panels")::get)
                        .toList();
        Object source =
                list(
                                yaml("grafana/provisioning/datasources/prometheus.yml").getFirst(),
                                "datasources")
                        .findFirst()
                        .orElseThrow()
                        .get("uid");

        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.path("gridPos")).doesNotHaveDuplicates();
        assertThat(panels)
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.path("description").asText()).isNotBlank();
                    assertThat(panel.path("fieldConfig").at("/defaults/unit").asText())
                            .isNotBlank();
                    assertThat(panel.findValuesAsText("uid"))
                            .isNotEmpty()
                            .containsOnly((String) source);
                    assertThat(panel.findValuesAsText("expr")).isNotEmpty();
                });
    }

    private static List<Map<?, ?>> alerts() {
        return yaml("prometheus/alerts.yml").stream()
                .flatMap(file -> list(file, "groups"))
                .flatMap(group -> list(group, "rules"))
                .toList();
    }

    private static Object at(Map<?, ?> map, String key, String inner) {
        return map.get(key) instanceof Map<?, ?> nested
                ? String.valueOf(nested.get(inner))
                : "nothing";
    }

    private static Stream<Map<?, ?>> list(Map<?, ?> map, String key) {
        Stream.Builder<Map<?, ?>> entries = Stream.builder();
        if (map.get(key) instanceof List<?> list) {
            list.forEach(entry -> entries.add((Map<?, ?>) entry));
        }
        return entries.build();
    }

    private static List<Map<?, ?>> yaml(String file) {
        try {
            return StrictYaml.documents(Files.readString(FOLDER.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
