package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.ProcessLaunch;
import dev.springtide.embedded.ServerFailedException;
import dev.springtide.embedded.ServerProcess;
import java.nio.file.Path;

/**
 * Makes the AOT cache of one service that stands unpacked in a folder, for the image it will run
 * in: with the same java, from the same folder. The service starts until its context is complete,
 * before it listens, consumes or runs jobs; the database it needs for that is made for the
 * occasion.
 */
public final class ImageTraining {

    private static final String JAR = "application.jar";

    private final Part service;
    private final Layout layout;
    private final PlatformOptions options;

    /**
     * @param folder with {@code application.jar}; the cache is written to it
     */
    public ImageTraining(Part service, Path folder, Path logs) {
        this.service = service;
        this.layout = new Layout(folder, JAR);
        this.options = PlatformOptions.forTests(folder, logs);
    }

    /**
     * Returns when the cache is there.
     *
     * @throws ServerFailedException when there is no cache afterwards
     */
    public void run() throws InterruptedException {
        try (Platform platform = new Platform(options)) {
            platform.start(Part.POSTGRES);
            ServerProcess training = new ServerProcess(launch());
            try {
                training.start();
                training.awaitEnd();
            } finally {
                training.kill();
            }
        }
        if (!layout.isTrained()) {
            throw new ServerFailedException("AOT training", "left no cache", log());
        }
    }

    private ProcessLaunch launch() {
        return new ProcessLaunch(
                "AOT training of " + service.label(),
                () ->
                        layout.command(
                                "-XX:AOTCacheOutput=" + Layout.AOT_CACHE,
                                "-Dspring.context.exit=onRefresh"),
                ServiceEnvironment.of(Instance.of(service), options, Secrets.of(options.data())),
                layout.folder(),
                Custody.ofThisJvm(log()));
    }

    private Path log() {
        return options.logs().resolve("aot-" + service.file() + ".log");
    }
}
