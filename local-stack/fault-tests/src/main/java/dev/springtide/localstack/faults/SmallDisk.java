package dev.springtide.localstack.faults;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder moved for a while to a file system in memory that is hardly larger than what it holds.
 * What uses the folder must not run while it is made or closed. Needs root, and leaves nothing
 * mounted unless this JVM is killed.
 *
 * <p>Nothing is really written to a disk there: no figure about durable writes can be taken.
 */
final class SmallDisk implements AutoCloseable {

    private static final int PIECE = 1024 * 1024;
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final Path ballast;
    private final Path aside;
    private final Thread lastResort;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
        this.aside = folder.resolveSibling(folder.getFileName() + ".aside");
        this.lastResort = new Thread(this::letGo);
    }

    /**
     * @param spare megabytes that are left beside what the folder holds
     * @throws IllegalStateException when a file system cannot be mounted
     */
    static SmallDisk under(Path folder, long spare) {
        SmallDisk disk = new SmallDisk(folder.toAbsolutePath());
        disk.open(spare);
        return disk;
    }

    /** Leaves no byte free. */
    void fill() {
        try (OutputStream file =
                Files.newOutputStream(
                        ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] piece = new byte[PIECE];
            while (true) {
                file.write(piece);
            }
        } catch (IOException _) {
            // No space is left: full.
        }
    }

    /** Gives back what {@link #fill} took. */
    void empty() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves the folder back to where it was. */
    @Override
    public void close() {
        try {
            empty();
            copy(folder, Folders.create(aside));
            umount();
            Files.delete(folder);
            Files.move(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            letGo();
            Runtime.getRuntime().removeShutdownHook(lastResort);
        }
    }

    private void open(long spare) {
        try {
            String used = run("du", "-sm", folder.toString());
            long size = Long.parseLong(used.substring(0, used.indexOf('\t'))) + spare;
            Files.move(folder, aside);
            Folders.create(folder);
            Runtime.getRuntime().addShutdownHook(lastResort);
            mount(size * MEGABYTE);
            copy(aside, folder);
            Folders.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mount(long bytes) throws IOException {
        try {
            run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + bytes, "tmpfs", name());
        } catch (IllegalStateException e) {
            Files.delete(folder);
            Files.move(aside, folder);
            throw new IllegalStateException("this scenario mounts a tmpfs and must be root", e);
        }
    }

    private void umount() {
        run("umount", name());
    }

    /** Also while something still uses it. */
    private void letGo() {
        try {
            run("sh", "-c", "while mountpoint -q \"$0\"; do umount -l \"$0\"; done", name());
        } catch (IllegalStateException _) {
            // It was unmounted before, or never mounted.
        }
    }

    private String name() {
        return folder.toString();
    }

    private static void copy(Path from, Path to) {
        run("cp", "-a", "--sparse=always", from + "/.", to.toString());
    }

    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(List.of(command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(List.of(command) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
