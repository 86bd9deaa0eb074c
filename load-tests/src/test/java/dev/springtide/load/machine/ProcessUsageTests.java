package dev.springtide.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUsageTests {
    @Test
    void tellsMemoryInMegabytes() {
        List<String> status =
                List.of("Name:\tjava", "VmHWM:\t  312500 kB", "VmRSS:\t  250000 kB", "Threads:\t9");

        assertThat(ProcessUsage.of(status, 1.5)).isEqualTo(new ProcessUsage(1.5, 256, 320));
    }

    @Test
    void tellsNoMemoryOfAProcessThatEnds() {
        assertThat(ProcessUsage.of(List.of("Name:\tjava", "State:\tZ (zombie)"), 2))
                .isEqualTo(new ProcessUsage(2, 0, 0));
    }

    @Test
    void knowsThisProcessAndNoneThatIsGone() {
        assertThat(ProcessUsage.of(ProcessHandle.current().pid()))
                .hasValueSatisfying(usage -> assertThat(usage.residentMb()).isGreaterThan(10));
        assertThat(ProcessUsage.of(Long.MAX_VALUE)).isEmpty();
    }
}
