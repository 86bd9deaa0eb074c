package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.ServerFailedException;
import java.nio.file.Path;

/**
 * Makes the AOT cache of one service that stands unpacked in a folder, for the image it will run
 * in: with the same java, from the same folder. The database it needs for a start is made for the
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
            AotTraining training = new AotTraining(options, System.out::println);
            training.train(service, layout);
            if (!layout.isTrained()) {
                throw new ServerFailedException(
                        "AOT training", "left no cache", training.log(service));
            }
        }
    }
}
