package dev.springtide.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.load.machine.ProcessTable.Row;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTableTests {
    private static final ProcessTable TABLE =
            new ProcessTable(
                    Map.of(
                            1L, new Row(0, 5, 500, 0),
                            10L, new Row(1, 7, 70, 0),
                            11L, new Row(10, 3, 4, 0),
                            12L, new Row(11, 1, 1, 0),
                            20L, new Row(1, 9, 9, 0)));

    @Test
    void countsAProcessForItsNearestPart() {
        Map<String, Long> parts = Map.of("launcher", 1L, "postgres", 10L);

        assertThat(TABLE.ticks(parts, "launcher"))
                .isEqualTo(Map.of("launcher", 14L, "postgres", 75L));
    }

    @Test
    void leavesOutWhatBelongsToNobody() {
        assertThat(TABLE.ticks(Map.of("redis", 20L), "launcher")).isEqualTo(Map.of("redis", 9L));
    }

    @Test
    void readsAProcessWithASpaceInItsName() {
        String stat = "42 (a b) c) S 7 42 42 0 -1 4194304 1 2 3 4 100 20 30 4 20 0 1 0 999";

        assertThat(Row.of(stat)).isEqualTo(new Row(7, 120, 154, 999));
    }
}
