package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.AotTraining;
import dev.springtide.localstack.launcher.platform.Platform;
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
        int untrained = aot.untrained().size();
        if (untrained == 0) {
            return;
        }
        console.say(
                "training "
                        + untrained
                        + " AOT caches in the background: the next start is faster");
        try {
            aot.run();
            console.say("the AOT caches are ready");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
