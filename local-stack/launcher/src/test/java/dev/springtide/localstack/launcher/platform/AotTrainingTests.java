package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.ChildJvm;
import dev.springtide.embedded.ContentHash;
import dev.springtide.embedded.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal that began here would fail at once and tell it: its recording cannot be removed. */
class AotTrainingTests {

    @TempDir Path root;

    private final List<Path> layouts = new ArrayList<>();
    private final List<String> news = new CopyOnWriteArrayList<>();
    private PlatformOptions options;
    private Path lock;

    @BeforeEach
    void unpackServicesWithoutCaches() throws IOException {
        options = PlatformOptions.forTests(root, root.resolve("logs"));
        lock = root.resolve(".springtide/rehearsal.lock");
        for (Part service : Part.services()) {
            Path target = Folders.create(root.resolve(service.file()).resolve("target"));
            Path jar = Files.writeString(target.resolve(service.file() + "-1.jar"), "jar");
            try (InputStream in = Files.newInputStream(jar)) {
                Path layout = options.layouts().resolve(service.file() + "-" + ContentHash.of(in));
                Folders.create(layout.resolve("training.aot/in-the-way"));
                layouts.add(layout);
            }
        }
    }

    @Test
    void waitsForTheRehearsalOfAnotherProcessAndMakesNothingAgain() throws IOException {
        Process other = holder();
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("held");
            CompletableFuture<Void> rehearsal = CompletableFuture.runAsync(this::rehearse);
            await().until(() -> !news.isEmpty());
            assertThat(rehearsal).isNotDone();
            makeCaches();
            other.outputWriter().close();

            rehearsal.join();
        } finally {
            other.destroyForcibly();
        }
        assertThat(news).containsExactly("waiting for a rehearsal that is going on");
    }

    @Test
    void waitsForTheRehearsalOfAnotherThreadAndMakesNothingAgain() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> holdUntil(held, end));
        held.await();
        Thread rehearsal = Thread.ofPlatform().start(this::rehearse);
        await().until(() -> rehearsal.getState() == Thread.State.BLOCKED);
        makeCaches();
        end.countDown();

        rehearsal.join();
        other.join();
        assertThat(news).isEmpty();
    }

    @Test
    void locksNothingWhereNothingIsMissing() {
        makeCaches();

        rehearse();

        assertThat(lock).doesNotExist();
    }

    private void rehearse() {
        new AotTraining(options, news::add).rehearse(_ -> fail("a platform has started"));
    }

    private void makeCaches() {
        layouts.forEach(layout -> Folders.create(layout.resolve(Layout.AOT_CACHE)));
    }

    private void holdUntil(CountDownLatch held, CountDownLatch end) {
        RehearsalLock.whileHeld(
                lock,
                () -> {},
                () -> {
                    held.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private Process holder() throws IOException {
        return ChildJvm.start(Holder.class, lock.toString());
    }

    /** Holds the lock until its input ends. */
    static final class Holder {
        public static void main(String[] arguments) {
            RehearsalLock.whileHeld(Path.of(arguments[0]), () -> {}, Holder::stay);
        }

        private static void stay() {
            System.out.println("held");
            try {
                int _ = System.in.read();
            } catch (IOException _) {
                System.out.println("no input");
            }
        }
    }
}
