package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.audit.RecordPlace;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.showcase.Visitors;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A platform with goods in stock, for one scenario or for several in turn.
 *
 * @param acknowledged every order that a client was ever told of
 * @param planted every record that a scenario put on a topic itself
 */
record Stage(Platform platform, List<String> skus, Set<UUID> acknowledged, Set<RecordPlace> planted)
        implements AutoCloseable {

    /** Processes that live for seconds or minutes are busier with C2 than it saves them. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final String SESSION = "SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS";

    /** The shortest that brokers allow: a consumer that is gone keeps its partitions so long. */
    private static final String SESSION_IN_SHORT = "6000";

    private static final int MOST = Integer.MAX_VALUE;

    /**
     * Its processes end with this JVM, whatever ends it.
     *
     * @param name of the folder of its logs
     * @param scenario the first to be played
     */
    static Stage start(Settings settings, String name, Scenario scenario) {
        Platform platform =
                new Platform(
                        PlatformOptions.forTests(
                                settings.root(),
                                settings.target().resolve("logs-" + name),
                                settings.instances()));
        Visitors.rehearse(platform.options(), news -> System.out.println("  " + news));
        if (scenario.isShortOfLife(settings.brief())) {
            set(platform, "JDK_JAVA_OPTIONS", SHORT_LIVED);
        }
        if (settings.brief()) {
            set(platform, SESSION, SESSION_IN_SHORT);
        }
        scale(platform, scenario.several(settings.brief()));
        long begin = System.nanoTime();
        platform.start();
        System.out.printf(
                Locale.ROOT,
                "  the platform is ready after %.1f s%n",
                (System.nanoTime() - begin) / 1e9);
        try {
            return new Stage(
                    platform,
                    Warehouse.fill(platform),
                    ConcurrentHashMap.newKeySet(),
                    ConcurrentHashMap.newKeySet());
        } catch (RuntimeException e) {
            platform.stop();
            throw e;
        }
    }

    private static void set(Platform platform, String variable, String value) {
        Part.services().forEach(service -> platform.set(service, variable, value));
    }

    /** Ends the instances that nobody wants now and starts those that are missing. */
    void cast(Set<Part> several) {
        scale(platform, several);
        World.atOnce(Part.services(), platform::start);
    }

    /** All that the platform has of these, one of the others. */
    private static void scale(Platform platform, Set<Part> several) {
        World.atOnce(
                Part.services(),
                service -> platform.scale(service, several.contains(service) ? MOST : 1));
    }

    /** Of everything that ever happened here; nothing may be in motion. */
    AuditReport audit() throws InterruptedException {
        return new Audit(AuditTarget.of(platform), new AuditOptions(true, acknowledged, planted))
                .run();
    }

    @Override
    public void close() {
        platform.stop();
    }
}
