package dev.springtide.localstack.launcher.state;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.localstack.launcher.platform.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTests {

    @TempDir Path data;

    @Test
    void saysWhichPartMissesWhichPort() throws IOException {
        Ports ports = Ports.free();
        try (ServerSocket _ =
                new ServerSocket(ports.payment(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.check(ports, data))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(ports.payment() + " (payment-service)")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void hasNothingToSayWhenAllIsThere() {
        assertThatCode(() -> Preflight.check(Ports.free(), data)).doesNotThrowAnyException();
    }
}
