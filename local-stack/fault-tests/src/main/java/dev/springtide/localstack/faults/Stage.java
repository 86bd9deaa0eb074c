package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A platform with goods in stock, for one scenario or for several in turn.
 *
 * @param acknowledged every order that a client was ever told of
 */
record Stage(Platform platform, List<String> skus, Set<UUID> acknowledged)
        implements AutoCloseable {

    /**
     * Its processes end with this JVM, whatever ends it.
     *
     * @param name of the folder of its logs
     */
    static Stage start(Settings settings, String name) {
        Platform platform =
                new Platform(
                        PlatformOptions.forTests(
                                settings.root(),
                                settings.target().resolve("logs-" + name),
                                settings.instances()));
        platform.start();
        try {
            return new Stage(platform, Warehouse.fill(platform), ConcurrentHashMap.newKeySet());
        } catch (RuntimeException e) {
            platform.stop();
            throw e;
        }
    }

    /** Of everything that ever happened here; nothing may be in motion. */
    AuditReport audit() throws InterruptedException {
        return new Audit(AuditTarget.of(platform), new AuditOptions(true, acknowledged)).run();
    }

    @Override
    public void close() {
        platform.stop();
    }
}
