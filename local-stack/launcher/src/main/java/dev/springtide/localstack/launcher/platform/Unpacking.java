package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Unpacks an executable jar with the tool it carries: a thin jar and a folder of libraries. */
final class Unpacking {

    private Unpacking() {}

    static void unpack(Path jar, Path folder) {
        Path aside =
                folder.resolveSibling(
                        "." + folder.getFileName() + "-" + ProcessHandle.current().pid());
        Folders.delete(aside);
        Folders.createFor(aside);
        List<String> command =
                List.of(
                        Jvm.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        aside.toString());
        try {
            Process extraction =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (extraction.waitFor() != 0) {
                throw new IllegalStateException("cannot unpack " + jar);
            }
            keep(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + jar, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking " + jar, e);
        }
    }

    /** Another platform may have unpacked the same jar meanwhile; its folder is as good. */
    private static void keep(Path aside, Path folder) throws IOException {
        try {
            Files.move(aside, folder);
        } catch (IOException e) {
            Folders.delete(aside);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
