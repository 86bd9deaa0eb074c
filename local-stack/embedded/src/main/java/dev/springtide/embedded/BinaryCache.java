package dev.springtide.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Native programs unpacked once per user, in folders named by the hash of what was unpacked.
 *
 * <p>Several JVMs may unpack the same program at once: each does so aside, the first one's folder
 * is kept.
 */
final class BinaryCache {

    private BinaryCache() {}

    /** Writes what is in a resource into an empty folder. */
    @FunctionalInterface
    interface Unpacking {
        void unpack(InputStream resource, Path folder) throws IOException;
    }

    static Path unpacked(String resource, Unpacking unpacking) {
        try {
            Path target = root().resolve(resource + "-" + hash(resource));
            if (Files.isDirectory(target)) {
                return target;
            }
            Path aside =
                    Files.createTempDirectory(
                            Files.createDirectories(target.getParent()), ".unpacking-");
            try (InputStream in = open(resource)) {
                unpacking.unpack(in, aside);
            }
            keep(aside, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource, e);
        }
    }

    private static void keep(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | DirectoryNotEmptyException
                | AtomicMoveNotSupportedException e) {
            Folders.delete(aside);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static Path root() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path base =
                cacheHome == null || cacheHome.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cacheHome);
        return base.resolve("springtide");
    }

    private static String hash(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return ContentHash.of(in);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = BinaryCache.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(
                    "no " + resource + " on the class path: this platform is not supported");
        }
        return in;
    }
}
