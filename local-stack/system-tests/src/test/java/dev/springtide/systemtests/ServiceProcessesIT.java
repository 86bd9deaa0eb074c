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

/** What nobody would miss at first: services run without it, slower or larger. */
class ServiceProcessesIT {
    private final Platform platform = RunningPlatform.get().platform();

    @Test
    void haveCachesAfterTheRehearsal() {
        assertThat(new AotTraining(platform.options(), System.out::println).untrained()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.springtide.localstack.launcher.platform.Part#services")
    void mapTheirCache(Part service) throws IOException {
        assertThat(Files.readAllLines(told(service, "maps")))
                .anyMatch(line -> line.matches(".*/" + service.file() + "-[0-9a-f]+/app\\.aot"));
    }

    @ParameterizedTest
    @MethodSource("dev.springtide.localstack.launcher.platform.Part#services")
    void haveFewMallocArenas(Part service) throws IOException {
        assertThat(Files.readString(told(service, "environ")).split("\0", -1))
                .contains("MALLOC_ARENA_MAX=2");
    }

    /** What the kernel tells of its process. */
    private Path told(Part service, String file) {
        return Path.of("/proc", Long.toString(platform.server(service).pid()), file);
    }
}
