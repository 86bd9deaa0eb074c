package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.Infrastructure;
import java.nio.file.Path;

/**
 * Where and how a platform runs.
 *
 * @param root the project's folder, where the services' jars are found under {@code target}
 * @param layouts where the jars are unpacked, with their AOT caches
 * @param data everything durable
 * @param logs one file per part
 * @param pids one file per running part; not used when {@code diesWithParent}
 * @param diesWithParent whether all processes end when this JVM does, SIGKILL included
 */
public record PlatformOptions(
        Path root,
        Path layouts,
        Path data,
        Path logs,
        Path pids,
        Ports ports,
        Sizes sizes,
        boolean diesWithParent) {

    /** How much the infrastructure may take, in megabytes. */
    public record Sizes(int sharedBuffers, int maxWal, int kafkaHeap) {
        static final Sizes SMALL = new Sizes(128, 1024, 256);
        static final Sizes FULL = new Sizes(512, 4096, 512);
    }

    /** The platform of {@code ./run}. */
    public static PlatformOptions forRun(Path root, Path data, int portOffset) {
        Path state = root.resolve(".springtide");
        return new PlatformOptions(
                root,
                state.resolve("services"),
                data,
                state.resolve("logs"),
                state.resolve("pids"),
                Ports.defaults(portOffset),
                Sizes.FULL,
                false);
    }

    /**
     * For tests: free ports, data of its own that goes with this JVM, logs that stay in {@code
     * logs}.
     */
    public static PlatformOptions forTests(Path root, Path logs) {
        Path data = Infrastructure.freshFolder("platform");
        return new PlatformOptions(
                root,
                root.resolve(".springtide").resolve("services"),
                data,
                logs,
                data.resolve("pids"),
                Ports.free(),
                Sizes.SMALL,
                true);
    }

    Custody custody(Part part) {
        Path log = logs.resolve(part.file() + ".log");
        return diesWithParent
                ? Custody.ofThisJvm(log)
                : Custody.recorded(log, pids.resolve(part.file() + ".pid"));
    }
}
