package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.launcher.platform.AotTraining;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM that finds no use for its cache starts without one and says nothing. */
class AotCachesIT {
    private final Platform platform = RunningPlatform.get().platform();

    @Test
    void areThereAfterTheRehearsal() {
        assertThat(new AotTraining(platform.options(), System.out::println).untrained()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.springtide.localstack.launcher.platform.Part#services")
    void areMappedByTheServices(Part service) throws IOException {
        Path maps = Path.of("/proc", Long.toString(platform.server(service).pid()), "maps");

        assertThat(Files.readAllLines(maps))
                .anyMatch(line -> line.matches(".*/" + service.file() + "-[0-9a-f]+/app\\.aot"));
    }
}
