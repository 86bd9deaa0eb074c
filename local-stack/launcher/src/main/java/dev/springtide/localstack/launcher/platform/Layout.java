package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.ContentHash;
import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A service's executable jar, unpacked so that it starts faster and can have an AOT cache.
 *
 * @param folder named by the hash of the jar it was unpacked from
 * @param jar relative to the folder; a cache is valid only for the same relative path from the same
 *     folder
 */
record Layout(Path folder, String jar) {

    static final String AOT_CACHE = "app.aot";
    private static final String[] NO_FLAGS = {};

    /** By path, size and time: reading a jar takes longer than most else at a start. */
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    boolean isTrained() {
        return Files.exists(folder.resolve(AOT_CACHE));
    }

    /** Makes a finished cache the one to start with. */
    void adopt(Path cache) throws IOException {
        Files.move(cache, folder.resolve(AOT_CACHE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** How the service is started from its folder; with the cache as soon as there is one. */
    List<String> command() {
        return isTrained() ? command("-XX:AOTCache=" + AOT_CACHE) : command(NO_FLAGS);
    }

    /** The same with other flags in the cache's place. */
    List<String> command(String... flags) {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.serviceFlags());
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", jar));
        return command;
    }

    /**
     * Unpacks the jar of this service unless that is done already; older layouts of it are removed.
     */
    static Layout of(Part service, PlatformOptions options) {
        Path jar = builtJar(service, options.root());
        Path folder = options.layouts().resolve(service.file() + "-" + knownHash(jar));
        if (!Files.isDirectory(folder)) {
            Unpacking.unpack(jar, folder);
        }
        return new Layout(folder, jar.getFileName().toString());
    }

    /** Removes what was unpacked from jars that have been built anew since. */
    static void removeOutdated(PlatformOptions options) {
        List<Path> current =
                Part.services().stream().map(service -> of(service, options).folder()).toList();
        try (Stream<Path> folders = Files.list(options.layouts())) {
            folders.filter(folder -> !current.contains(folder)).forEach(Folders::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path builtJar(Part service, Path root) {
        Path target = root.resolve(service.file()).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.of()) {
            return files.filter(file -> isExecutableJar(service, file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    service.label() + " is not built: no jar in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExecutableJar(Part service, String name) {
        return name.matches(service.file() + "-[0-9][^-]*(-SNAPSHOT)?\\.jar");
    }

    private static String knownHash(Path jar) {
        try {
            String state = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            return HASHES.computeIfAbsent(state, _ -> hash(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            return ContentHash.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
