package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One rehearsal at a time in a checkout: two would record into the same files. The kernel releases
 * the lock when the process that holds it dies, in whatever way.
 */
final class RehearsalLock {

    private RehearsalLock() {}

    /**
     * Does the work when nobody else holds the lock, in this JVM or outside of it. The file stays.
     *
     * @param waiting called when another process holds it
     */
    static synchronized void whileHeld(Path file, Runnable waiting, Runnable work) {
        Folders.createFor(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                waiting.run();
                channel.lock();
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
