package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.platform.Supervisor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A fresh platform under a stream of orders, and what was measured on it. */
public final class World implements AutoCloseable {

    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

    private final Settings settings;
    private final Platform platform;
    private final OrderStream stream;
    private final Progress progress;
    private final Random random;
    private final List<Figure> figures = new ArrayList<>();

    private World(Settings settings, Platform platform) {
        this.settings = settings;
        this.platform = platform;
        this.stream = new OrderStream(platform, Warehouse.fill(platform), settings.seed());
        this.progress = new Progress(AuditTarget.of(platform));
        this.random = new Random(settings.seed());
    }

    /** Its processes end with this JVM, whatever ends it. */
    static World start(Settings settings, String name) {
        Platform platform =
                new Platform(
                        PlatformOptions.forTests(
                                settings.root(), settings.target().resolve("logs-" + name)));
        platform.start();
        try {
            return new World(settings, platform);
        } catch (RuntimeException e) {
            platform.stop();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    Platform platform() {
        return platform;
    }

    OrderStream stream() {
        return stream;
    }

    Progress progress() {
        return progress;
    }

    Random random() {
        return random;
    }

    List<Figure> figures() {
        return figures;
    }

    void measured(Figure figure) {
        figures.add(figure);
        say(figure.toString());
    }

    void say(String news) {
        System.out.println("  " + news);
    }

    /**
     * Lets the stream go on for a while and until each of its tries is over; answers with what the
     * first tries met meanwhile.
     */
    Attempts.Span pass(Duration full, Duration brief) throws InterruptedException {
        long from = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep((settings.brief() ? brief : full).toNanos());
        Attempts.Span span = stream.attempts().between(from, System.nanoTime());
        Readiness.within(LONGEST_TRY).until(span::isOver);
        return span;
    }

    /** From now on every part that ends is started again. */
    void supervise() {
        new Supervisor(platform, this::say).watch();
    }

    /** Changes how the payment provider behaves; fields that are not named stay. */
    void provider(Map<String, Object> behaviour) {
        ApiClient provider = new ApiClient(platform.provider(), platform.providerApiKey());
        if (!provider.put("/v1/settings", behaviour).isSuccess()) {
            throw new IllegalStateException("the provider refused " + behaviour);
        }
    }

    /** SIGSTOP. */
    void freeze(Part part) {
        say("SIGSTOP " + part.label());
        platform.server(part).pause();
    }

    /** SIGCONT. */
    void thaw(Part part) {
        say("SIGCONT " + part.label());
        platform.server(part).resume();
    }

    void kill(Part part) {
        say("SIGKILL " + part.label());
        platform.kill(part);
    }

    AuditReport audit() throws InterruptedException {
        return new Audit(AuditTarget.of(platform), new AuditOptions(true, stream.acknowledged()))
                .run();
    }

    @Override
    public void close() {
        stream.close();
        platform.stop();
    }
}
