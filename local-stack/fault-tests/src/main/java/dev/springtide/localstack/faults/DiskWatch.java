package dev.springtide.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long the machine's disk takes to make a few bytes durable, asked ten times a second. The file
 * is its own: a lock or a slow statement in the platform's database is no stall of the disk.
 */
final class DiskWatch implements AutoCloseable {

    private static final int PAUSE_MILLIS = 100;
    private static final byte[] BYTES = "durable?".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final FileChannel channel;
    private final Force force;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("disk-watch").factory());
    private boolean forcing;
    private long begin;
    private long longest;

    /** Returns when what it wrote is on the disk. */
    @FunctionalInterface
    interface Force {
        void force(FileChannel file) throws IOException;
    }

    private DiskWatch(Path file, Force force) throws IOException {
        this.file = file;
        this.force = force;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = clock.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Watches from now on.
     *
     * @param folder on the disk in question; made where there is none
     */
    static DiskWatch in(Path folder) {
        return in(folder, DiskWatch::overwrite);
    }

    static DiskWatch in(Path folder, Force force) {
        try {
            Files.createDirectories(folder);
            return new DiskWatch(folder.resolve("disk-watch"), force);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void overwrite(FileChannel file) throws IOException {
        file.write(ByteBuffer.wrap(BYTES), 0);
        file.force(false);
    }

    /** Since it watches; what has not come back yet counts with the time it has taken so far. */
    synchronized Duration longest() {
        return Duration.ofNanos(forcing ? Math.max(longest, taken()) : longest);
    }

    private void look() {
        begins();
        try {
            force.force(channel);
        } catch (IOException _) {
            // A disk that refuses is not one that stands still, and explains nothing.
        } finally {
            ends();
        }
    }

    private synchronized void begins() {
        begin = System.nanoTime();
        forcing = true;
    }

    private synchronized void ends() {
        longest = Math.max(longest, taken());
        forcing = false;
    }

    private long taken() {
        return System.nanoTime() - begin;
    }

    /** Returns when the last write is over, and leaves no file. */
    @Override
    public void close() {
        clock.close();
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
