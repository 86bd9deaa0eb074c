package dev.springtide.load.benchmark;

import dev.springtide.embedded.EmbeddedServer;
import dev.springtide.load.machine.ProcessUsage;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Instances of inventory-service, and the events that wait for them. */
final class Consumers implements AutoCloseable {
    /** Until consumers that stood still are back at their pace. */
    private static final long SETTLING_MILLIS = 5_000;

    private final List<EmbeddedServer> instances;
    private final List<CpuQuota> quotas = new ArrayList<>();
    private final OrderBacklog backlog;
    private final ConsumerGroup group;

    /** Of a platform on which they all run. */
    Consumers(Platform platform, Goods goods) {
        this.instances = platform.instances(Part.INVENTORY).stream().map(platform::server).toList();
        this.backlog = new OrderBacklog(platform.bootstrapServers(), goods);
        this.group = new ConsumerGroup(platform.bootstrapServers());
    }

    /** Lets all instances consume so many events, without quotas. */
    void warmUp(long events) {
        group.awaitMembers(instances.size());
        backlog.put(events);
        awaitDrained();
    }

    /** Lets them consume what is left. */
    void awaitDrained() {
        group.awaitDrained();
    }

    void limit(double cores) throws IOException {
        for (EmbeddedServer instance : instances) {
            CpuQuota quota = CpuQuota.of("consumer-" + quotas.size(), cores);
            quotas.add(quota);
            quota.add(instance.pid());
        }
    }

    /**
     * Fills the topic while all stand still, then counts what the first of them consume. The others
     * stay where they are and lose their partitions.
     */
    ConsumerRound round(int count, long waiting, int seconds)
            throws ExecutionException, InterruptedException {
        instances.forEach(EmbeddedServer::pause);
        long there = group.lag().values().stream().mapToLong(lag -> lag).sum();
        backlog.put(Math.max(0, waiting - there));
        List<EmbeddedServer> awake = instances.subList(0, count);
        awake.forEach(EmbeddedServer::resume);
        group.awaitMembers(count);
        Thread.sleep(SETTLING_MILLIS);

        List<Double> before = cpuSeconds(awake);
        long consumed = group.consumed();
        long begin = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        long events = group.consumed() - consumed;
        double took = (System.nanoTime() - begin) / 1e9;
        List<Double> cores = new ArrayList<>();
        List<Double> after = cpuSeconds(awake);
        for (int instance = 0; instance < count; instance++) {
            cores.add((after.get(instance) - before.get(instance)) / took);
        }
        int driedUp = (int) group.lag().values().stream().filter(lag -> lag == 0).count();
        return new ConsumerRound(took, events, cores, driedUp);
    }

    @Override
    public void close() {
        instances.forEach(EmbeddedServer::resume);
        quotas.forEach(CpuQuota::close);
        backlog.close();
        group.close();
    }

    private static List<Double> cpuSeconds(List<EmbeddedServer> instances) {
        return instances.stream()
                .map(instance -> ProcessUsage.of(instance.pid()).orElseThrow().cpuSeconds())
                .toList();
    }
}
