package dev.springtide.load.profile;

import dev.springtide.load.Arguments;
import dev.springtide.load.Documents;
import dev.springtide.load.machine.CpuTimes;
import dev.springtide.load.machine.Hardware;
import dev.springtide.load.machine.LocalPlatform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the platform that {@code ./run} started while something offers it orders. */
final class Profile {
    private static final int SECONDS = 60;

    /** A thread's first sample weighs all that it allocated before. */
    private static final Duration LEAD = Duration.ofSeconds(3);

    private final LocalPlatform platform;
    private final Path folder;

    private Profile(LocalPlatform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
    }

    private record Watched(String name, long pid, URI actuator, Recording recording) {}

    /**
     * What was used at one time, read within milliseconds: the steps of a service share its CPU.
     */
    private record Used(CpuTimes cpu, List<ThreadTimes> threads) {

        static Used now(Map<String, Long> pids, List<Watched> services) {
            return new Used(
                    CpuTimes.now(pids, "profile"),
                    services.stream().map(service -> ThreadTimes.of(service.pid)).toList());
        }
    }

    public static void main(String[] line) throws IOException, InterruptedException, SQLException {
        Arguments arguments = Arguments.of(List.of(line), Set.of("--keep"), Set.of("--seconds"));
        Path root = Path.of("").toAbsolutePath();
        Optional<LocalPlatform> running = LocalPlatform.running(root);
        if (running.isEmpty()) {
            System.err.println("Nothing runs here; start it with ./run");
            System.exit(2);
        }
        LocalPlatform platform = running.orElseThrow();
        Path folder = Files.createDirectories(root.resolve("load-tests/target/profile"));
        Duration time = Duration.ofSeconds((long) arguments.number("--seconds", SECONDS));
        Page page = new Profile(platform, folder).take(time);
        String text = page.text(new Documents(root).commit(), Hardware.ofThisMachine());
        Files.writeString(folder.resolve("profile.md"), text);
        if (arguments.has("--keep")) {
            Files.writeString(root.resolve("docs/profile.md"), text);
        }
        System.out.print(text);
    }

    /** Records a little longer than it counts, so that nothing is counted that fell outside. */
    private Page take(Duration time) throws IOException, InterruptedException, SQLException {
        Map<String, Long> pids = platform.pids();
        List<Watched> services = new ArrayList<>();
        for (var actuator : platform.actuators().entrySet()) {
            services.add(watch(actuator.getKey(), pids, actuator.getValue()));
        }
        Thread.sleep(LEAD);
        List<Map<String, PoolWaits>> waitedBefore = waits(services);
        Statements statements = Statements.begin(platform);
        Instant from = Instant.now();
        Used before = Used.now(pids, services);
        Thread.sleep(time);
        Used after = Used.now(pids, services);
        Instant to = Instant.now();
        List<Statements.Total> totals = statements.end();
        long millis = Duration.between(from, to).toMillis();
        long confirmed = statements.confirmed(from, to);
        Page page = new Page(millis, confirmed, after.cpu.since(before.cpu));
        List<Map<String, PoolWaits>> waitedAfter = waits(services);
        for (Watched service : services) {
            service.recording.stop();
        }
        for (int n = 0; n < services.size(); n++) {
            page.service(
                    services.get(n).name,
                    after.threads.get(n).since(before.threads.get(n)),
                    services.get(n).recording.samples(from, to));
            pools(page, services.get(n).name, waitedBefore.get(n), waitedAfter.get(n));
        }
        page.statements(totals);
        return page;
    }

    private static List<Map<String, PoolWaits>> waits(List<Watched> services)
            throws IOException, InterruptedException {
        List<Map<String, PoolWaits>> waits = new ArrayList<>();
        for (Watched service : services) {
            waits.add(PoolWaits.of(service.actuator));
        }
        return waits;
    }

    private static void pools(
            Page page,
            String service,
            Map<String, PoolWaits> before,
            Map<String, PoolWaits> after) {
        after.forEach((pool, now) -> page.pool(service, pool, now.since(before, pool)));
    }

    private Watched watch(String service, Map<String, Long> pids, URI actuator)
            throws IOException, InterruptedException {
        Long pid = pids.get(service);
        if (pid == null) {
            throw new IllegalStateException(service + " does not run");
        }
        return new Watched(
                service, pid, actuator, Recording.start(pid, folder.resolve(service + ".jfr")));
    }
}
