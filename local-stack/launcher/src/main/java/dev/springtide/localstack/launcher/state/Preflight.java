package dev.springtide.localstack.launcher.state;

import dev.springtide.embedded.FreePorts;
import dev.springtide.localstack.launcher.platform.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What can be known to go wrong before anything is started. */
public final class Preflight {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MEMORY_NEEDED = 3_000;
    private static final long DISK_NEEDED = 2_000;
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private Preflight() {}

    /**
     * Checks them all.
     *
     * @throws Refusal naming the first thing that is missing
     */
    public static void check(Ports ports, Path data) {
        checkMemory();
        checkDisk(data);
        checkPorts(ports);
    }

    private static void checkPorts(Ports ports) {
        List<Ports.Claim> taken =
                ports.claims().stream().filter(claim -> !FreePorts.isFree(claim.port())).toList();
        if (!taken.isEmpty()) {
            String list =
                    taken.stream()
                            .map(claim -> claim.port() + " (" + claim.who() + ")")
                            .collect(Collectors.joining(", "));
            throw new Refusal(
                    "another program listens on port "
                            + list
                            + ": end it (find it with: ss -ltnp | grep "
                            + taken.getFirst().port()
                            + ") or move all ports with ./run --port-offset 100");
        }
    }

    private static void checkMemory() {
        long available = availableMemory().orElse(Long.MAX_VALUE);
        if (available < MEMORY_NEEDED) {
            throw new Refusal(
                    "memory is short: %,d MB available, about %,d MB needed; close other programs"
                            .formatted(available, MEMORY_NEEDED));
        }
    }

    private static void checkDisk(Path data) {
        try {
            Files.createDirectories(data);
            long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
            if (free < DISK_NEEDED) {
                throw new Refusal(
                        "the disk of %s is nearly full: %,d MB free, %,d MB needed; choose another with --data DIR"
                                .formatted(data, free, DISK_NEEDED));
            }
        } catch (IOException e) {
            throw new Refusal("cannot use the data folder " + data + ": " + e.getMessage());
        }
    }

    private static OptionalLong availableMemory() {
        if (!Files.exists(MEMINFO)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
