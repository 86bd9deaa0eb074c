package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void areTheDocumentedOnesMovedByTheOffset() {
        assertThat(Ports.defaults(0).gateway()).isEqualTo(8080);
        assertThat(Ports.defaults(100).of(Part.POSTGRES)).isEqualTo(15532);
    }

    @Test
    void lieBelowTheEphemeralRangeAndDiffer() {
        for (Ports ports : List.of(Ports.defaults(0), Ports.free())) {
            List<Integer> all = ports.claims().stream().map(Ports.Claim::port).toList();
            assertThat(all).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
        }
    }
}
