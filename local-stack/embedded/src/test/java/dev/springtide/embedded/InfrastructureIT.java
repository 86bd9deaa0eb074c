package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InfrastructureIT {

    @Test
    void sharesOneServerOfEachKindAndGivesEveryCallerADatabase() {
        assertThat(Infrastructure.postgres()).isSameAs(Infrastructure.postgres());
        assertThat(Infrastructure.freshDatabase("a"))
                .isNotEqualTo(Infrastructure.freshDatabase("a"));
    }

    @Test
    void leavesNothingBehindWhenItsJvmIsKilled() throws IOException {
        Process jvm = ChildJvm.start(Abandoned.class);
        try (BufferedReader output = jvm.inputReader()) {
            ProcessIdentity postgres =
                    ProcessIdentity.of(Long.parseLong(output.readLine())).orElseThrow();
            ProcessIdentity redis =
                    ProcessIdentity.of(Long.parseLong(output.readLine())).orElseThrow();
            Path folder = Path.of(output.readLine());

            jvm.destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        assertThat(postgres.isAlive()).isFalse();
                        assertThat(redis.isAlive()).isFalse();
                        assertThat(Files.exists(folder)).isFalse();
                    });
        }
    }

    /** Starts servers and is killed. */
    static final class Abandoned {
        public static void main(String[] args) throws IOException {
            Processes processes = new Processes();
            System.out.println(processes.postgres(Infrastructure.freshFolder("postgres")).pid());
            System.out.println(processes.redis(Infrastructure.freshFolder("redis")).pid());
            System.out.println(Infrastructure.freshFolder("mark"));
            System.in.read();
        }
    }
}
