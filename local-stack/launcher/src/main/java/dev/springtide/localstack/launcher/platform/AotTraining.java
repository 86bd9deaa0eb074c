package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.ServerFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Makes the AOT caches that services lack, in a rehearsal: a platform of its own whose services
 * record the classes they load and how often each method runs which way. What the compilers learn
 * from customers in minutes they then know from the start.
 */
public final class AotTraining {

    private static final String UNFINISHED = "training.aot";
    private static final String RECORDING = UNFINISHED + ".config";

    /** A service that ends while it records writes its cache first. */
    private static final Duration WRITING = Duration.ofMinutes(5);

    private final PlatformOptions options;
    private final Consumer<String> news;

    public AotTraining(PlatformOptions options, Consumer<String> news) {
        this.options = options;
        this.news = news;
    }

    /** Frees what earlier builds took. */
    public void removeOutdated() {
        Layout.removeOutdated(options);
    }

    /** The services that start without a cache. */
    public List<Part> untrained() {
        return Part.services().stream()
                .filter(service -> !Layout.of(service, options).isTrained())
                .toList();
    }

    /**
     * Returns when every service has its cache, also when somebody else makes it meanwhile. What
     * fails is reported and changes nothing: services start without a cache, too.
     *
     * @param customers what they do on the platform that is given to them
     */
    public void rehearse(Consumer<Platform> customers) {
        if (untrained().isEmpty()) {
            return;
        }
        // Beside the layouts: what is none of them is removed there.
        RehearsalLock.whileHeld(
                options.layouts().resolveSibling("rehearsal.lock"),
                () -> news.accept("waiting for a rehearsal that is going on"),
                () -> rehearse(untrained(), customers));
    }

    private void rehearse(List<Part> services, Consumer<Platform> customers) {
        if (services.isEmpty()) {
            return;
        }
        news.accept("making AOT caches of " + services.size() + " services in a rehearsal");
        Path logs = options.logs().resolve("rehearsal");
        try (Platform platform = new Platform(PlatformOptions.forTests(options.root(), logs))) {
            services.forEach(service -> record(platform, service));
            platform.start();
            customers.accept(platform);
            end(platform, services);
        } catch (ServerFailedException e) {
            news.accept("the rehearsal failed: " + FailureReport.of(e));
            return;
        } catch (IllegalStateException | UncheckedIOException e) {
            news.accept("the rehearsal failed, logs: " + logs + ": " + e);
            return;
        }
        services.forEach(service -> adopt(service, logs));
    }

    private void record(Platform platform, Part service) {
        clear(Layout.of(service, options));
        platform.set(service, "JDK_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + UNFINISHED);
    }

    private static void end(Platform platform, List<Part> services) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(
                    service -> threads.execute(() -> platform.server(service).stopWithin(WRITING)));
        }
    }

    private void adopt(Part service, Path logs) {
        Layout layout = Layout.of(service, options);
        Path unfinished = layout.folder().resolve(UNFINISHED);
        try {
            if (Files.exists(unfinished) && Files.size(unfinished) > 0) {
                layout.adopt(unfinished);
            } else {
                news.accept("no AOT cache of " + service.label() + ", logs: " + logs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clear(layout);
    }

    private static void clear(Layout layout) {
        try {
            Files.deleteIfExists(layout.folder().resolve(UNFINISHED));
            Files.deleteIfExists(layout.folder().resolve(RECORDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
