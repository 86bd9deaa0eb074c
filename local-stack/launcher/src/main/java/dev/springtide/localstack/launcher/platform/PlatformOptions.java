package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.Custody;
import dev.springtide.embedded.Infrastructure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where and how a platform runs.
 *
 * @param root the project's folder, where the services' jars are found under {@code target}
 * @param layouts where the jars are unpacked, with their AOT caches
 * @param data everything durable
 * @param logs one file per part
 * @param pids one file per running part; not used when {@code diesWithParent}
 * @param ports where callers find each part
 * @param instances where each instance of the services listens; with more than one, a balancer
 *     stands at the ports callers know
 * @param diesWithParent whether all processes end when this JVM does, SIGKILL included
 */
public record PlatformOptions(
        Path root,
        Path layouts,
        Path data,
        Path logs,
        Path pids,
        Ports ports,
        List<Ports> instances,
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
        Ports ports = Ports.defaults(portOffset);
        return new PlatformOptions(
                root,
                state.resolve("services"),
                data,
                state.resolve("logs"),
                state.resolve("pids"),
                ports,
                List.of(ports),
                Sizes.FULL,
                false);
    }

    /**
     * For tests: free ports, data of its own that goes with this JVM, logs that stay in {@code
     * logs}.
     */
    public static PlatformOptions forTests(Path root, Path logs) {
        return forTests(root, logs, 1);
    }

    /**
     * The same with several instances of each service.
     *
     * @param instances 1 or more
     */
    public static PlatformOptions forTests(Path root, Path logs, int instances) {
        Ports ports = Ports.free();
        Path data = Infrastructure.freshFolder("platform");
        return new PlatformOptions(
                root,
                root.resolve(".springtide").resolve("services"),
                data,
                logs,
                data.resolve("pids"),
                ports,
                instances == 1
                        ? List.of(ports)
                        : Stream.generate(ports::elsewhere).limit(instances).toList(),
                Sizes.SMALL,
                true);
    }

    /** All processes of a part. */
    List<Instance> instances(Part part) {
        int count = part.isService() ? instances.size() : 1;
        return IntStream.rangeClosed(1, count).mapToObj(n -> new Instance(part, n)).toList();
    }

    boolean isBalanced(Part part) {
        return instances(part).size() > 1;
    }

    /** Where this very process listens. */
    int port(Instance instance) {
        return instances.get(instance.number() - 1).of(instance.part());
    }

    /** Where this process tells of its health. */
    URI readiness(Instance instance) {
        int port =
                instance.part() == Part.GATEWAY
                        ? instances.get(instance.number() - 1).management()
                        : port(instance);
        return URI.create(ServiceEnvironment.http(port) + "/actuator/health/readiness");
    }

    Custody custody(Part part) {
        return custody(Instance.of(part));
    }

    Custody custody(Instance part) {
        Path log = logs.resolve(part.file() + ".log");
        return diesWithParent
                ? Custody.ofThisJvm(log)
                : Custody.recorded(log, pids.resolve(part.file() + ".pid"));
    }
}
