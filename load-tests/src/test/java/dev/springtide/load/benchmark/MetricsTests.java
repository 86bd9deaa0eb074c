package dev.springtide.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTests {
    private static final String PAGE =
            """
            # TYPE catalogue_reads_total counter
            catalogue_reads_total{cache="catalogue.list",from="database"} 7.0
            catalogue_reads_total{cache="catalogue.product",from="database"} 1.2E3
            catalogue_reads_total{cache="catalogue.product",from="local"} 5.0
            catalogue_reads_totals{cache="catalogue.product",from="database"} 9.0
            """;

    @Test
    void addsUpTheSeriesWithAllLabels() {
        assertThat(sum("cache=\"catalogue.product\"", "from=\"database\"")).isEqualTo(1_200);
        assertThat(sum("cache=\"catalogue.product\"")).isEqualTo(1_205);
        assertThat(sum("cache=\"none\"")).isZero();
    }

    private static double sum(String... labels) {
        return Metrics.sum(PAGE, "catalogue_reads_total", List.of(labels));
    }
}
