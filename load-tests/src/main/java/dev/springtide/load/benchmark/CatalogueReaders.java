package dev.springtide.load.benchmark;

import dev.springtide.load.machine.ProcessUsage;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Customers who read random products through one gateway, each the next as soon as the last has
 * come: a closed loop, which asks for as much as it is given.
 */
final class CatalogueReaders implements AutoCloseable {
    private static final int OK = 200;

    private final Metrics metrics;
    private final ExecutorService threads;
    private final URI gateway;
    private final List<Long> pids;
    private final int count;
    private final List<byte[]> requests;

    private record Count(long reads, long refused) {}

    CatalogueReaders(
            Platform platform, Instance gateway, Instance inventory, int count, Goods goods) {
        this.gateway = platform.service(gateway);
        this.metrics = new Metrics(platform.service(inventory));
        this.pids = List.of(platform.server(gateway).pid(), platform.server(inventory).pid());
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
        this.requests =
                goods.skus().stream()
                        .map(sku ->
                                "GET /api/v1/products/%s HTTP/1.1\r\nHost: %s\r\n\r\n"
                                        .formatted(sku, this.gateway.getAuthority()))
                        .map(request -> request.getBytes(StandardCharsets.US_ASCII))
                        .toList();
    }

    ReadRound round(int seconds) throws IOException, InterruptedException, ExecutionException {
        double loaded = fromDatabase();
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(seconds).toNanos();
        List<Future<Count>> readers = new ArrayList<>();
        for (int reader = 0; reader < count; reader++) {
            int seed = reader;
            readers.add(threads.submit(() -> read(new Random(seed), end)));
        }
        long reads = 0;
        long refused = 0;
        for (Future<Count> reader : readers) {
            reads += reader.get().reads();
            refused += reader.get().refused();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        return new ReadRound(took, reads, refused, fromDatabase() - loaded, cpuSeconds() - cpu);
    }

    @Override
    public void close() {
        threads.close();
        metrics.close();
    }

    private Count read(Random random, long end) throws IOException {
        long reads = 0;
        long refused = 0;
        try (KeptConnection connection = new KeptConnection(gateway)) {
            while (System.nanoTime() - end < 0) {
                if (connection.ask(requests.get(random.nextInt(requests.size()))) == OK) {
                    reads++;
                } else {
                    refused++;
                }
            }
        }
        return new Count(reads, refused);
    }

    private double cpuSeconds() {
        return pids.stream()
                .mapToDouble(pid -> ProcessUsage.of(pid).orElseThrow().cpuSeconds())
                .sum();
    }

    private double fromDatabase() throws IOException, InterruptedException {
        return metrics.sum(
                "catalogue_reads_total", "cache=\"catalogue.product\"", "from=\"database\"");
    }
}
