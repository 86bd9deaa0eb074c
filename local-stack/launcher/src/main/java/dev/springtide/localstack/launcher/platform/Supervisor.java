package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.EmbeddedServer;
import dev.springtide.embedded.ServerFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Starts every part that ends again, with growing pauses, and says so. A part that hangs but lives
 * is left alone.
 *
 * <p>It gives up nothing and ends with the JVM, when the platform is stopped or when it is closed.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private final Platform platform;
    private final Consumer<String> news;
    private final List<Thread> watches = new CopyOnWriteArrayList<>();

    public Supervisor(Platform platform, Consumer<String> news) {
        this.platform = platform;
        this.news = news;
    }

    /** Watches all parts; they must have been started. */
    public void watch() {
        for (Instance part : platform.instances()) {
            watches.add(
                    Thread.ofVirtual().name("supervisor-" + part.file()).start(() -> watch(part)));
        }
    }

    /** Starts nothing from now on. */
    @Override
    public void close() {
        watches.forEach(Thread::interrupt);
    }

    private void watch(Instance part) {
        EmbeddedServer server = platform.server(part);
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                long up = System.nanoTime();
                server.awaitEnd();
                if (platform.isStopping()) {
                    return;
                }
                boolean wasHealthy = System.nanoTime() - up > HEALTHY.toNanos();
                pause = wasHealthy ? FIRST_PAUSE : pause;
                news.accept(
                        "%s ended (exit code %d); starting it again in %.1f s, log: %s"
                                .formatted(
                                        part.label(),
                                        server.exitCode(),
                                        pause.toMillis() / 1000.0,
                                        server.log()));
                Thread.sleep(pause);
                pause = longer(pause);
                restart(part, server);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (PlatformStoppingException _) {
            // Nothing is to be started any more.
        }
    }

    private void restart(Instance part, EmbeddedServer server) {
        long begin = System.nanoTime();
        try {
            platform.start(part);
            news.accept(
                    "%s is back after %.1f s"
                            .formatted(part.label(), (System.nanoTime() - begin) / 1e9));
        } catch (PlatformStoppingException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever it is, a full disk too: the next try may find the cause gone.
            if (!platform.isStopping()) {
                news.accept(
                        e instanceof ServerFailedException failed
                                ? FailureReport.of(failed)
                                : part.label() + " could not be started: " + e);
                server.kill();
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
