package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What promtool says of the configuration, the alerts and their cases. */
class AlertRulesIT {
    private final MonitoringTool promtool = MonitoringTool.named("promtool");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "prometheus.compose.yml"})
    void theConfigurationIsValid(String file) {
        assertThat(promtool.run("check", "config", file))
                .satisfies(outcome -> assertThat(outcome.status()).as("%s", outcome).isZero())
                .extracting(MonitoringTool.Outcome::output)
                .asString()
                .contains("1 rule files found");
    }

    @Test
    void theAlertsHoldInTheirCases() {
        assertThat(promtool.run("test", "rules", "alerts.test.yml").status()).isZero();
    }

    @Test
    void anAlertThatNeverFiresFailsItsCase() throws IOException {
        String rules = Files.readString(MonitoringTool.RULES.resolve("alerts.yml"));
        assertThat(rules).contains("(parked_records) > 0");
        Files.writeString(
                folder.resolve("alerts.yml"),
                rules.replace("(parked_records) > 0", "(parked_records) > 99"));
        Path cases = folder.resolve("alerts.test.yml");
        Files.copy(MonitoringTool.RULES.resolve("alerts.test.yml"), cases);

        MonitoringTool.Outcome outcome = promtool.run("test", "rules", cases.toString());

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).contains("ParkedRecords");
    }
}
