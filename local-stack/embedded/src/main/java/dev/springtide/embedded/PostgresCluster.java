package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data folder of a server, with checksums and password authentication. */
final class PostgresCluster {

    static final String SUPERUSER = "postgres";

    private PostgresCluster() {}

    /**
     * A half-made cluster of an interrupted first start is made anew; a complete one is never
     * touched.
     */
    static void createIfAbsent(PostgresSettings settings) {
        Path data = settings.data().toAbsolutePath();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path aside = data.resolveSibling(data.getFileName() + ".new");
        Folders.delete(aside);
        Folders.createFor(data);
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        Folders.writeSecret(passwordFile, settings.password() + "\n");
        try {
            initialise(aside, passwordFile, settings.custody().log());
            Files.move(aside, data);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void initialise(Path data, Path passwordFile, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(Unprivileged.prefix());
        command.add(PostgresBinaries.program("initdb").toString());
        command.addAll(List.of("-D", data.toString(), "-U", SUPERUSER));
        command.addAll(PostgresSettings.LOCALE);
        command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
        Folders.createFor(log);
        Process initdb =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(ProcessLaunch.NOTHING))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new ServerFailedException(SUPERUSER, "could not create its data folder", log);
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL made its data folder", e);
        }
    }
}
