package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.id.UuidV7;
import dev.springtide.order.support.RunningOrderService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Connections as the service's pools make them plan a statement once, and not for all months. */
class KeptPlansIT {

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("kept_plans");

    private static final Pattern PARTITION =
            Pattern.compile(" on ((?:orders|order_line)_[0-9]{4}_[0-9]{2})");

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "readsDataSource", "intakeDataSource"})
    void areMadeForWhateverValuesCome(String pool) {
        assertThat(
                        new JdbcTemplate(SERVICE.bean(pool, DataSource.class))
                                .queryForObject("SHOW plan_cache_mode", String.class))
                .isEqualTo("force_generic_plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {ShipmentRows.LINES, JdbcSagaOrders.LOCK})
    void readTheMonthOfTheOrdersOnly(String sql) throws SQLException {
        String plan = keptPlan(sql, new UuidV7(Clock.systemUTC()).next());

        assertThat(
                        PARTITION
                                .matcher(plan)
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet()))
                .as(plan)
                .hasSize(1);
        assertThat(plan).contains("Subplans Removed: 4");
    }

    private static String keptPlan(String sql, UUID id) throws SQLException {
        String numbered = sql;
        for (int n = 1; numbered.contains("?"); n++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + n);
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = SERVICE.bean("dataSource", DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PREPARE list AS " + numbered);
            ResultSet told =
                    statement.executeQuery(
                            "EXPLAIN EXECUTE list(ARRAY['%s'::uuid], '%s', '%s')"
                                    .formatted(id, id, id));
            while (told.next()) {
                plan.append(told.getString(1)).append('\n');
            }
            statement.execute("DEALLOCATE list");
        }
        return plan.toString();
    }
}
