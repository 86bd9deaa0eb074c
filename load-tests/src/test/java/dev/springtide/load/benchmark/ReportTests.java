package dev.springtide.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.springtide.load.Bound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void tellsEverythingThatAnotherRunIsComparedBy() {
        JsonNode document = JSON.valueToTree(report(Bound.atMost("seconds", 5, 4)));

        assertThat(document.propertyNames())
                .containsExactly(
                        "name",
                        "commit",
                        "began",
                        "hardware",
                        "settings",
                        "foreignCores",
                        "figures",
                        "bounds",
                        "verdict");
        assertThat(document.at("/settings/starts").asInt()).isEqualTo(7);
        assertThat(document.at("/figures/median").asInt()).isEqualTo(4);
        assertThat(document.path("verdict").asString()).isEqualTo("passed");
    }

    @Test
    void failsWithOneBrokenBound() {
        Report report = report(Bound.atMost("seconds", 5, 4), Bound.atMost("MB", 400, 401));

        assertThat(report.hasPassed()).isFalse();
        assertThat(report.summary().verdict()).isEqualTo("failed");
        assertThat(report.summary().figures())
                .containsExactly(Map.entry("seconds", 4.0), Map.entry("MB", 401.0));
    }

    @Test
    void refusesSettingsThatMeasureNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StartUp(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CatalogueReads(5, 0, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsumerScaling(5, 20, 1, 1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsumerScaling(5, 20, 1, 1, 0.25, 0));
    }

    private static Report report(Bound... bounds) {
        return Report.of(
                "start-up",
                "abc1234",
                "2026-01-01T00:00:00Z",
                new StartUp(7),
                0.02,
                new Findings(Map.of("median", 4), List.of(bounds)));
    }
}
