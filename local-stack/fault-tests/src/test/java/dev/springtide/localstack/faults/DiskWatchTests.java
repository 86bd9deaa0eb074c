package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real file, on a disk that stands still when the test wants it. */
class DiskWatchTests {

    private static final Duration STALL = Duration.ofMillis(300);

    @TempDir Path root;

    private final AtomicInteger forces = new AtomicInteger();
    private final CountDownLatch moving = new CountDownLatch(1);

    @Test
    void overwritesTheSameFewBytesAgainAndAgain() {
        Path folder = root.resolve("target");
        try (DiskWatch watch = DiskWatch.in(folder, this::counted)) {
            await().until(() -> forces.get() >= 3);
            assertThat(watch.longest()).isPositive();
            assertThat(folder).isDirectoryContaining(file -> file.toFile().length() == 8);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void seesAStallWhileItLasts() throws IOException {
        try (DiskWatch watch = DiskWatch.in(root, this::stalled);
                Closeable _ = moving::countDown) {
            await().until(() -> watch.longest().compareTo(STALL) > 0);
            assertThat(forces).hasValue(0);
        }
    }

    @Test
    void remembersAStallThatIsOver() throws IOException {
        try (DiskWatch watch = DiskWatch.in(root, this::stalled);
                Closeable _ = moving::countDown) {
            await().until(() -> watch.longest().compareTo(STALL) > 0);
            moving.countDown();
            await().until(() -> forces.get() >= 3);
            assertThat(watch.longest()).isGreaterThan(STALL);
        }
    }

    @Test
    void goesOnWhenTheDiskRefuses() {
        try (DiskWatch watch = DiskWatch.in(root, this::refused)) {
            await().until(() -> forces.get() >= 3);
            assertThat(watch.longest()).isPositive();
        }
        assertThat(root).isEmptyDirectory();
    }

    private void counted(FileChannel file) throws IOException {
        DiskWatch.overwrite(file);
        forces.incrementAndGet();
    }

    private void stalled(FileChannel file) throws IOException {
        try {
            moving.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        counted(file);
    }

    private void refused(FileChannel file) throws IOException {
        forces.incrementAndGet();
        throw new IOException("no room for " + file);
    }
}
