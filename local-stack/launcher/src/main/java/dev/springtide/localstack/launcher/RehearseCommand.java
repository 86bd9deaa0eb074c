package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.showcase.Visitors;
import dev.springtide.localstack.launcher.state.RunState;
import java.nio.file.Path;

/** What {@code ./run} starts in the background when services lack their AOT caches. */
record RehearseCommand(Path root, Arguments arguments) {

    int run() {
        PlatformOptions options =
                PlatformOptions.forRun(root, RunState.folder(root).resolve("data"), 0);
        Visitors.rehearse(options, System.out::println);
        return 0;
    }
}
