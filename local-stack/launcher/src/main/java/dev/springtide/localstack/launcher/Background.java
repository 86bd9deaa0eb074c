package dev.springtide.localstack.launcher;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.ProcessLaunch;
import dev.springtide.embedded.ServerProcess;
import dev.springtide.localstack.launcher.platform.AotTraining;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What goes on after the start: the training of AOT caches, and the end of it all. */
final class Background {

    private final Platform platform;
    private final Console console;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread training;

    Background(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
        this.training =
                Thread.ofPlatform().name("aot-training").daemon().unstarted(this::runTraining);
    }

    void train() {
        training.start();
    }

    /** Returns when the platform has been stopped. */
    void stay() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs as a shutdown hook: the JVM ends when this returns. */
    void stop() {
        console.say("stopping ...");
        training.interrupt();
        try {
            training.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        platform.stop();
        console.say("stopped");
        end.countDown();
    }

    private void runTraining() {
        AotTraining aot = new AotTraining(platform.options(), console::say);
        aot.removeOutdated();
        if (aot.untrained().isEmpty()) {
            return;
        }
        console.say("making AOT caches in the background: the next start is faster");
        ServerProcess rehearsal = new ServerProcess(rehearsal());
        try {
            rehearsal.start();
            rehearsal.awaitEnd();
            console.say(
                    aot.untrained().isEmpty()
                            ? "the AOT caches are ready"
                            : "AOT caches are missing, log: " + rehearsal.launch().custody().log());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            rehearsal.kill();
        }
    }

    /** This launcher again, at the lowest priority; what it starts ends with it. */
    private ProcessLaunch rehearsal() {
        PlatformOptions options = platform.options();
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Launcher.class.getName(), "rehearse"));
        return ProcessLaunch.of(
                "AOT training",
                command,
                Custody.recorded(
                        options.logs().resolve("aot-training.log"),
                        options.pids().resolve("aot-training.pid")));
    }
}
