package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.ImageTraining;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.state.Refusal;
import java.nio.file.Path;

/** A step of the image build: leaves the AOT cache of one service in its folder. */
record TrainCommand(Arguments arguments) {

    int run() {
        String name = arguments.required("--service");
        Part service =
                Part.services().stream()
                        .filter(part -> part.file().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("there is no service " + name));
        Path folder = Path.of(arguments.required("--folder")).toAbsolutePath();
        Path logs = Path.of(arguments.required("--logs")).toAbsolutePath();
        try {
            new ImageTraining(service, folder, logs).run();
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
