package dev.springtide.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoolWaitsTests {

    @Test
    void readsEachPoolFromTheMetricsPage() {
        Map<String, PoolWaits> waits =
                PoolWaits.of(
                        Stream.of(
                                "# TYPE hikaricp_connections_acquire_seconds summary",
                                "hikaricp_connections_acquire_seconds_count{pool=\"reads\",service=\"o\"} 12",
                                "hikaricp_connections_acquire_seconds_sum{pool=\"reads\",service=\"o\"} 2.5E-4",
                                "hikaricp_connections_acquire_seconds_max{pool=\"reads\",service=\"o\"} 9"));

        assertThat(waits).containsExactly(Map.entry("reads", new PoolWaits(12, 0.25)));
        assertThat(new PoolWaits(12, 0.25).since(Map.of("reads", new PoolWaits(2, 0.05)), "reads"))
                .isEqualTo(new PoolWaits(10, 0.2));
    }
}
