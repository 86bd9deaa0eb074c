package dev.springtide.localstack.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.platform.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every process dies once under a steady load and is started again by the supervisor. {@code
 * -Dfaults.seed}, {@code -Dfaults.rate} (orders/s) and {@code -Dfaults.rounds} (kills of each
 * process) change the run.
 */
class KillEachProcessIT {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int RATE = Integer.getInteger("faults.rate", 50);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration HEALING = Duration.ofMinutes(3);

    /** After healing: one minute, two for orders whose payment is in doubt. */
    private static final Duration TERMINAL = Duration.ofSeconds(60);

    private static final Duration DOUBTS = Duration.ofSeconds(60);

    private static Platform platform;

    @BeforeAll
    static void start() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("springtide.root")));
        platform =
                new Platform(
                        PlatformOptions.forTests(
                                root, Path.of("target", "fault-logs").toAbsolutePath()));
        platform.start();
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    void losesNothingWhenEachProcessIsKilledUnderLoad() throws Exception {
        System.out.println("seed " + SEED);
        Progress progress = new Progress(AuditTarget.of(platform));
        new Supervisor(platform, System.out::println).watch();
        try (OrderStream orders = new OrderStream(platform, Warehouse.fill(platform), SEED)) {
            orders.start(RATE);
            for (Part victim : victims()) {
                progress.awaitConfirmedAfterNow(CALM, HEALING);
                kill(victim);
            }
            progress.awaitConfirmedAfterNow(CALM, HEALING);
            orders.drain();
            System.out.println(orders.summary());

            await("all terminal")
                    .atMost(TERMINAL)
                    .until(() -> progress.inMotion() - progress.inDoubt() == 0);
            await("doubts resolved").atMost(DOUBTS).until(() -> progress.inMotion() == 0);

            assertThat(orders.refused()).isZero();
            assertThat(orders.acknowledged()).isNotEmpty();
            assertAuditIsClean(orders);
        }
    }

    private static List<Part> victims() {
        List<Part> victims = new ArrayList<>();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<Part> all = new ArrayList<>(List.of(Part.values()));
            Collections.shuffle(all, random);
            victims.addAll(all);
        }
        return victims;
    }

    private static void kill(Part victim) {
        long before = platform.server(victim).pid();
        System.out.println("SIGKILL " + victim.label());
        platform.kill(victim);
        await(victim + " started again")
                .atMost(HEALING)
                .until(() ->
                        platform.server(victim).isAlive()
                                && platform.server(victim).pid() != before);
        platform.server(victim).awaitReady();
    }

    private static void assertAuditIsClean(OrderStream orders)
            throws InterruptedException, IOException {
        AuditReport report =
                new Audit(AuditTarget.of(platform), new AuditOptions(true, orders.acknowledged()))
                        .run();
        Files.writeString(Path.of("target", "kill-audit.json"), report.json());
        System.out.println(report.table());
        assertThat(report.clean()).as(report.table()).isTrue();
    }
}
