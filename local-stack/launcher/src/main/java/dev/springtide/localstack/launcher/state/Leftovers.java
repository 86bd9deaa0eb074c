package dev.springtide.localstack.launcher.state;

import dev.springtide.embedded.ProcessIdentity;
import dev.springtide.embedded.Readiness;
import dev.springtide.embedded.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Parts of a run that are alive, by their pid files. A pid that another process has meanwhile is
 * told by its start time: nothing foreign is ever signalled.
 *
 * @param alive by the name of the part's file
 */
public record Leftovers(Map<String, ProcessIdentity> alive) {

    private static final List<String> ORDER =
            List.of(
                    "aot-training",
                    "api-gateway",
                    "order-service",
                    "inventory-service",
                    "payment-service",
                    "simulator",
                    "kafka",
                    "redis",
                    "postgres");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SUFFIX = ".pid";

    public static Leftovers of(RunState state) {
        Path folder = state.options().pids();
        Map<String, ProcessIdentity> alive = new TreeMap<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.of()) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .forEach(file ->
                            ProcessIdentity.read(file)
                                    .filter(ProcessIdentity::isAlive)
                                    .ifPresent(one -> alive.put(name(file), one)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Leftovers(alive);
    }

    public boolean isPresent() {
        return !alive.isEmpty();
    }

    public Optional<ProcessIdentity> of(String part) {
        return Optional.ofNullable(alive.get(part));
    }

    /** Ends them in the order of a normal stop, politely first. */
    public void end() {
        List<String> names = new ArrayList<>(ORDER);
        alive.keySet().stream().filter(name -> !names.contains(name)).forEach(names::addFirst);
        for (String name : names) {
            of(name).ifPresent(process -> end(name, process));
        }
    }

    private static void end(String name, ProcessIdentity process) {
        List<ProcessIdentity> one = List.of(process);
        Signal.CONT.send(one);
        (name.equals("postgres") ? Signal.INT : Signal.TERM).send(one);
        if (!Readiness.within(PATIENCE).until(() -> !process.isAlive())) {
            Signal.KILL.send(one);
            Readiness.within(PATIENCE).until(() -> !process.isAlive());
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
