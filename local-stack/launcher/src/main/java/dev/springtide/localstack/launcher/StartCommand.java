package dev.springtide.localstack.launcher;

import dev.springtide.embedded.Folders;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.platform.Supervisor;
import dev.springtide.localstack.launcher.showcase.Showcase;
import dev.springtide.localstack.launcher.state.CpuLoad;
import dev.springtide.localstack.launcher.state.Leftovers;
import dev.springtide.localstack.launcher.state.Preflight;
import dev.springtide.localstack.launcher.state.RunLock;
import dev.springtide.localstack.launcher.state.RunState;
import java.nio.file.Path;
import java.util.Locale;

/** Starts the platform, shows it, watches over it and stays until SIGINT or SIGTERM. */
record StartCommand(Path root, Arguments arguments) {

    int run() {
        Console console =
                new Console(
                        System.out,
                        Long.getLong("springtide.built-at", System.currentTimeMillis()));
        CpuLoad load = new CpuLoad();
        RunState state = prepare(console);
        Platform platform = new Platform(state.options());
        Background background = new Background(platform, console);
        Runtime.getRuntime().addShutdownHook(new Thread(background::stop, "stop"));
        platform.start((part, took) ->
                console.say(
                        String.format(
                                Locale.ROOT,
                                "%s is ready after %.1f s on 127.0.0.1:%d",
                                part.label(),
                                took.toMillis() / 1000.0,
                                state.options().ports().of(part))));
        new Supervisor(platform, console::say).watch();
        new Showcase(platform.gateway(), platform.issuer(), console::say)
                .play(() -> firstOrder(console, load));
        console.print(new Guide(platform, root).text());
        background.train();
        background.stay();
        return 0;
    }

    private RunState prepare(Console console) {
        boolean keeps = arguments.value("--data").isPresent();
        Path data =
                arguments
                        .value("--data")
                        .map(given -> Path.of(given).toAbsolutePath())
                        .orElse(RunState.folder(root).resolve("data"));
        RunLock.acquire(
                RunState.folder(root).resolve("lock"),
                "another ./run is active in this folder; end it with ./run stop");
        RunState.load(root)
                .map(Leftovers::of)
                .filter(Leftovers::isPresent)
                .ifPresent(left -> {
                    console.say("ending what a killed ./run left behind");
                    left.end();
                });
        if (!keeps) {
            Folders.delete(data);
        }
        RunState state = new RunState(root, data, arguments.number("--port-offset", 0));
        PlatformOptions options = state.options();
        Preflight.check(options.ports(), data);
        RunLock.acquire(
                data.resolve("lock"), "the data in " + data + " is in use by another ./run");
        Folders.delete(options.logs());
        state.save();
        console.say("starting; data in " + data + ", logs in " + options.logs());
        return state;
    }

    private static void firstOrder(Console console, CpuLoad load) {
        console.say(
                String.format(
                        Locale.ROOT,
                        "first confirmed order %.1f s after the build (own CPU %.0f s; foreign load %.2f cores)",
                        console.seconds(),
                        load.ownSeconds(),
                        load.foreign()));
    }
}
