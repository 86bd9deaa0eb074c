package dev.springtide.localstack.launcher.state;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One {@code ./run} per folder and per data folder. The kernel releases it when the holder dies, in
 * whatever way.
 */
public final class RunLock {

    /** A channel that nobody refers to is closed by the collector, and its lock goes with it. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private RunLock() {}

    /**
     * Holds the lock until this JVM ends.
     *
     * @throws Refusal with {@code problem} when somebody else holds it
     */
    public static void acquire(Path file, String problem) {
        Folders.createFor(file);
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Refusal(problem);
            }
            HELD.add(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
