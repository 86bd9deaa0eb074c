package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.Folders;
import dev.springtide.embedded.ProcessLaunch;
import dev.springtide.embedded.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Makes the AOT cache of each service that has none: a start of the service that ends when its
 * context is complete, before it listens, consumes or runs jobs.
 */
public final class AotTraining {

    private static final String UNFINISHED = "training.aot";
    private static final List<String> AT_LOWEST_PRIORITY = List.of("nice", "-n", "19");
    private static final int AT_ONCE = 2;

    private final PlatformOptions options;
    private final Secrets secrets;
    private final Consumer<String> news;

    public AotTraining(PlatformOptions options, Consumer<String> news) {
        this.options = options;
        this.secrets = Secrets.of(options.data());
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
     * In the background: one after the other at the lowest priority. Needs the database. An
     * interrupt ends the training under way; a failed one is reported and changes nothing.
     */
    public void run() throws InterruptedException {
        for (Part service : untrained()) {
            train(service, Layout.of(service, options), AT_LOWEST_PRIORITY);
        }
    }

    /** For somebody who waits for the caches: two at a time at the usual priority. */
    public void runAtOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Part service : untrained()) {
                threads.execute(() -> {
                    try {
                        train(service, Layout.of(service, options));
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
    }

    void train(Part service, Layout layout) throws InterruptedException {
        train(service, layout, List.of());
    }

    private void train(Part service, Layout layout, List<String> before)
            throws InterruptedException {
        Path unfinished = layout.folder().resolve(UNFINISHED);
        Path log = log(service);
        List<String> command = new ArrayList<>(before);
        command.addAll(
                layout.command(
                        "-XX:AOTCacheOutput=" + UNFINISHED, "-Dspring.context.exit=onRefresh"));
        ServerProcess training =
                new ServerProcess(
                        new ProcessLaunch(
                                "AOT training of " + service.label(),
                                () -> command,
                                ServiceEnvironment.of(Instance.of(service), options, secrets),
                                layout.folder(),
                                custody(log)));
        try {
            Files.deleteIfExists(unfinished);
            training.start();
            training.awaitEnd();
            if (Files.exists(unfinished)) {
                layout.adopt(unfinished);
            } else {
                news.accept("the AOT training of " + service.label() + " failed, log: " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            training.kill();
        }
    }

    Path log(Part service) {
        return options.logs().resolve("aot-" + service.file() + ".log");
    }

    private Custody custody(Path log) {
        Folders.createFor(log);
        return options.diesWithParent()
                ? Custody.ofThisJvm(log)
                : Custody.recorded(log, options.pids().resolve("aot-training.pid"));
    }
}
