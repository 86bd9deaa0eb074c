package dev.springtide.localstack.faults;

import dev.springtide.embedded.EmbeddedServer;
import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.audit.RecordPlace;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.Supervisor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What one scenario works on: a platform under a stream of orders, and what was measured. */
public final class World implements AutoCloseable {

    private static final Duration LONGEST_TRY = Duration.ofSeconds(30);
    private static final Duration HEALING = Duration.ofMinutes(3);

    private final Settings settings;
    private final Stage stage;
    private final Platform platform;
    private final OrderStream stream;
    private final Progress progress;
    private final Random random;
    private final Tokens operator;
    private final Supervisor supervisor;
    private final List<Figure> figures = new ArrayList<>();
    private final long begin = System.nanoTime();

    World(Settings settings, Stage stage, String scenario) {
        this.settings = settings;
        this.stage = stage;
        this.platform = stage.platform();
        // The same plan for a scenario of this seed, whatever ran before it.
        long seed = settings.seed() ^ scenario.hashCode();
        this.stream = new OrderStream(stage, customer(OrderStream.CUSTOMER), seed);
        this.progress = new Progress(AuditTarget.of(platform));
        this.random = new Random(seed);
        this.operator = new Tokens(platform, "olga", "operator");
        this.supervisor = new Supervisor(platform, this::say);
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

    /** With the seconds since the scenario began. */
    void say(String news) {
        System.out.printf(Locale.ROOT, "  %5.1f  %s%n", (System.nanoTime() - begin) / 1e9, news);
    }

    /** Somebody who repeats a request until told what became of it. */
    PatientClient customer(String subject) {
        return new PatientClient(platform, subject, settings.longestPause());
    }

    /** Lets the stream go on for a while. */
    void goOn(Duration full, Duration brief) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((settings.brief() ? brief : full).toNanos());
    }

    /**
     * Lets the stream go on for a while and until each of its tries is over; answers with what the
     * first tries met meanwhile.
     */
    Attempts.Span pass(Duration full, Duration brief) throws InterruptedException {
        long from = System.nanoTime();
        goOn(full, brief);
        return since(from);
    }

    /**
     * Returns when hardly a customer waits any more: those who were refused come again, and what
     * has just been started is slow.
     */
    void calm() {
        int few = Math.max(settings.rate() / 5, 2);
        if (!Readiness.within(HEALING).until(() -> stream.waiting() <= few)) {
            throw new IllegalStateException(stream.waiting() + " customers wait for an answer");
        }
    }

    /** What the first tries met since a moment of {@link System#nanoTime}, when each is over. */
    Attempts.Span since(long from) {
        Attempts.Span span = stream.attempts().between(from, System.nanoTime());
        Readiness.within(LONGEST_TRY).until(span::isOver);
        return span;
    }

    /** From now on, and until the scenario's end, every part that ends is started again. */
    void supervise() {
        supervisor.watch();
    }

    /** Changes how the payment provider behaves; fields that are not named stay. */
    void provider(Object behaviour) {
        if (!providerClient().put("/v1/settings", behaviour).isSuccess()) {
            throw new IllegalStateException("the provider refused " + behaviour);
        }
    }

    /** Every request that the payment provider has counted. */
    int triesAtProvider() {
        JsonNode counts = providerClient().get("/v1/traffic").body();
        return counts.properties().stream().mapToInt(kind -> kind.getValue().asInt()).sum();
    }

    /** Who may see and do everything; the token holds until the simulator restarts. */
    ApiClient operator() {
        return new ApiClient(platform.gateway(), operator.current());
    }

    /** A record that no service wrote: the audit passes it over. */
    void planted(RecordPlace place) {
        stage.planted().add(place);
    }

    private ApiClient providerClient() {
        return new ApiClient(platform.provider(), platform.providerApiKey());
    }

    /** One process of a part. */
    Instance anyOf(Part part) {
        List<Instance> all = platform.instances(part);
        return all.get(random.nextInt(all.size()));
    }

    /** Does the same with each of these, all at the same time; returns when it is done with all. */
    static <T> void atOnce(List<T> all, Consumer<T> action) {
        CompletableFuture<?>[] done =
                all.stream()
                        .map(one ->
                                CompletableFuture.runAsync(
                                        () -> action.accept(one), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(done).join();
    }

    /**
     * Ends these and starts them again, all at once; returns when they are ready. In order, so that
     * others take over; in a short run there are no others, and SIGKILL is faster.
     */
    void restart(List<Instance> instances) {
        atOnce(instances, this::restart);
    }

    private void restart(Instance instance) {
        EmbeddedServer server = platform.server(instance);
        if (settings.brief()) {
            server.kill();
        } else {
            server.stop();
        }
        platform.start(instance);
        say("restarted " + instance.label());
    }

    /** SIGSTOP to all of a part. */
    void freeze(Part part) {
        platform.instances(part).forEach(this::freeze);
    }

    void freeze(Instance instance) {
        say("SIGSTOP " + instance.label());
        platform.server(instance).pause();
    }

    /** SIGCONT to all of a part. */
    void thaw(Part part) {
        platform.instances(part).forEach(this::thaw);
    }

    void thaw(Instance instance) {
        say("SIGCONT " + instance.label());
        platform.server(instance).resume();
    }

    /** SIGKILL to all of a part. */
    void kill(Part part) {
        say("SIGKILL " + part.label());
        platform.kill(part);
    }

    /** SIGKILL under supervision: returns when the instance is ready again. */
    void killAndAwait(Instance instance) {
        EmbeddedServer server = platform.server(instance);
        long before = server.pid();
        say("SIGKILL " + instance.label());
        server.kill();
        boolean back =
                Readiness.within(HEALING).until(() -> server.isAlive() && server.pid() != before);
        if (!back) {
            throw new IllegalStateException(instance.label() + " was not started again");
        }
        server.awaitReady();
    }

    @Override
    public void close() {
        supervisor.close();
        stream.close();
    }
}
