package dev.springtide.localstack.launcher.state;

import dev.springtide.embedded.Folders;
import dev.springtide.embedded.ProcessIdentity;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The last {@code ./run} of this folder, for the commands that talk to it.
 *
 * @param root the project's folder
 */
public record RunState(Path root, Path data, int portOffset) {

    private static final String DATA = "data";
    private static final String PORT_OFFSET = "port-offset";

    public static Path folder(Path root) {
        return root.resolve(".springtide");
    }

    public PlatformOptions options() {
        return PlatformOptions.forRun(root, data, portOffset);
    }

    /** Also writes down who the launcher is: this process. */
    public void save() {
        Properties properties = new Properties();
        properties.setProperty(DATA, data.toString());
        properties.setProperty(PORT_OFFSET, Integer.toString(portOffset));
        Folders.create(folder(root));
        try (Writer writer = Files.newBufferedWriter(file(root))) {
            properties.store(writer, "The last ./run");
            ProcessIdentity.of(ProcessHandle.current().pid())
                    .orElseThrow()
                    .write(launcherFile(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when there never was one. */
    public static Optional<RunState> load(Path root) {
        if (!Files.exists(file(root))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(root))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(
                new RunState(
                        root,
                        Path.of(properties.getProperty(DATA, "")),
                        Integer.parseInt(properties.getProperty(PORT_OFFSET, "0"))));
    }

    /** The one whose launcher or parts are alive, or a refusal. */
    public static RunState required(Path root) {
        return load(root)
                .filter(state -> state.launcher().isPresent() || Leftovers.of(state).isPresent())
                .orElseThrow(() -> new Refusal("nothing runs here; start it with ./run"));
    }

    /** The launcher, when it is alive. */
    public Optional<ProcessIdentity> launcher() {
        return ProcessIdentity.read(launcherFile(root)).filter(ProcessIdentity::isAlive);
    }

    private static Path file(Path root) {
        return folder(root).resolve("run.properties");
    }

    private static Path launcherFile(Path root) {
        return folder(root).resolve("launcher.pid");
    }
}
