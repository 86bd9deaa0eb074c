package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Prometheus has an answer to whatever the dashboard and the alerts ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ScrapingPrometheus prometheus;

    @BeforeAll
    void scrape(@TempDir Path folder) {
        MonitoringTool program = MonitoringTool.named("prometheus");
        prometheus =
                ScrapingPrometheus.of(
                        program, RunningPlatform.get().platform().options().ports(), folder);
    }

    @AfterAll
    void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void everyQueryOfTheDashboardReturnsData() {
        List<String> waiting = new ArrayList<>(DashboardQueries.all());
        assertThat(waiting).hasSizeGreaterThan(30);
        Storefront alice = Shop.customer("alice");
        String tea = Shop.product("3.50", 900);
        alice.place(Basket.of(tea, 999));
        alice.place(Basket.of(tea, 1).paying("tok_declined"));
        alice.place(Basket.of(tea, 1).paying("tok_timeout"));

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(alice.place(Basket.of(tea, 1)).status()).isEqualTo(201);
                    waiting.retainAll(prometheus.withoutData(waiting));
                    assertThat(waiting).isEmpty();
                });
    }

    @Test
    void everyMetricOfTheAlertsExists() {
        List<String> waiting =
                prometheus.rules().stream()
                        .flatMap(rule ->
                                DashboardQueries.metrics(rule.path("query").asString("")).stream())
                        .distinct()
                        .collect(Collectors.toCollection(ArrayList::new));
        assertThat(waiting).hasSizeGreaterThan(15).contains("up", "parked_records");

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    waiting.retainAll(prometheus.withoutData(waiting));
                    assertThat(waiting).isEmpty();
                    assertThat(prometheus.brokenRules()).isEmpty();
                });
    }

    @Test
    void aQueryOfNothingIsFoundOut() {
        List<String> queries = List.of("sum(no_such_metric)", "0 / vector(0)", "vector(1)");

        assertThat(prometheus.withoutData(queries))
                .containsExactly("sum(no_such_metric)", "0 / vector(0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max by (service) (parked_records) > 0                   | parked_records
                    absent(orders_overdue >= 0)                             | orders_overdue
                    sum(increase(a_total{b_c="d_e"}[5m])) / sum(rate(f_g[1m])) | a_total,f_g
                    up{job="x"} == 0                                        | up
                    """)
    void metricsAreReadOutOfExpressions(String expression, String metrics) {
        assertThat(DashboardQueries.metrics(expression))
                .containsExactlyInAnyOrder(metrics.split(","));
    }
}
