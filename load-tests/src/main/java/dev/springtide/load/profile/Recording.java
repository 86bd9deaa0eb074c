package dev.springtide.load.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** A Java Flight Recording of another JVM. */
final class Recording {
    private static final String NAME = "load";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STACK_DEPTH = 256;

    private final long pid;
    private final Path file;

    private Recording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    static Recording start(long pid, Path file) throws IOException, InterruptedException {
        Recording recording = new Recording(pid, file);
        // Only before the first recording of a JVM; a second profile keeps the depth of the first.
        recording.command("JFR.configure", "stackdepth=" + STACK_DEPTH);
        recording.command(
                "JFR.start",
                "name=" + NAME,
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=10ms",
                "jdk.ExecutionSample#enabled=false",
                "jdk.ObjectAllocationSample#throttle=500/s");
        return recording;
    }

    void stop() throws IOException, InterruptedException {
        command("JFR.stop", "name=" + NAME, "filename=" + file);
    }

    /** What it saw between two moments, once it has ended. */
    Samples samples(Instant from, Instant to) throws IOException {
        Samples samples = new Samples();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                Instant at = event.getStartTime();
                if (!at.isBefore(from) && at.isBefore(to)) {
                    read(event, samples);
                }
            }
        }
        return samples;
    }

    private static void read(RecordedEvent event, Samples samples) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> samples.cpu(Step.of(frames(event)));
            case "jdk.ObjectAllocationSample" ->
                    samples.allocated(Step.of(frames(event)), event.getLong("weight"));
            case "jdk.JavaMonitorEnter" -> samples.blocked(event.getDuration());
            default -> {
                return;
            }
        }
    }

    private static List<String> frames(RecordedEvent event) {
        List<String> frames = new ArrayList<>();
        RecordedStackTrace stack = event.getStackTrace();
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                if (frame.isJavaFrame()) {
                    frames.add(
                            frame.getMethod().getType().getName()
                                    + "."
                                    + frame.getMethod().getName());
                }
            }
        }
        return frames;
    }

    private void command(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid)));
        command.addAll(List.of(words));
        Process jcmd =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file.resolveSibling(pid + ".log").toFile())
                        .start();
        if (!jcmd.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || jcmd.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command)
                            + " failed: "
                            + Files.readString(file.resolveSibling(pid + ".log")));
        }
    }
}
