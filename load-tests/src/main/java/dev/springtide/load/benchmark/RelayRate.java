package dev.springtide.load.benchmark;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Readiness;
import dev.springtide.load.Arguments;
import dev.springtide.load.Bound;
import dev.springtide.load.machine.ProcessUsage;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many events a second the relay of one service brings from its outbox to Kafka, when so many
 * of them are committed at once.
 *
 * @param events of a round
 */
record RelayRate(int rounds, int events, int warmUpEvents) implements Measurement {
    private static final Instance RELAY = new Instance(Part.INVENTORY, 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = 5;
    private static final int EVENTS = 100_000;
    private static final int WARM_UP_EVENTS = 200_000;

    /** What order-service writes for 1,000 orders a second. */
    private static final double NEEDED = 4_000;

    private static final String WRITE =
            """
            INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, payload)
            SELECT uuidv7(), 'inventory-events', 'dev.springtide.inventory.reserved.v1', order_id, 1,
                   convert_to('{"orderId":"' || order_id || '","lines":[{"sku":"LOAD-1","quantity":1}]}', 'UTF8')
              FROM generate_series(1, ?) AS n, LATERAL (SELECT uuidv7(n * interval '0 ms')::text AS order_id) AS made
            """;

    RelayRate {
        if (rounds < 1 || events < 1 || warmUpEvents < 1) {
            throw new IllegalArgumentException("rounds and events are at least 1");
        }
    }

    public static void main(String[] line) throws Exception {
        new Benchmark(
                        "relay-rate",
                        1,
                        Set.of("--rounds", "--events", "--warm-up-events"),
                        RelayRate::of)
                .run(line);
    }

    private static RelayRate of(Arguments arguments) {
        return new RelayRate(
                (int) arguments.number("--rounds", ROUNDS),
                (int) arguments.number("--events", EVENTS),
                (int) arguments.number("--warm-up-events", WARM_UP_EVENTS));
    }

    @Override
    public Findings on(Platform platform) throws Exception {
        Part.infrastructure().forEach(platform::start);
        platform.start(RELAY);
        Database outbox = platform.database("inventory");
        long pid = platform.server(RELAY).pid();
        try (Metrics metrics = new Metrics(platform.service(RELAY))) {
            round(outbox, metrics, pid, warmUpEvents);
            List<RelayFigures.Round> counted = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                counted.add(round(outbox, metrics, pid, events));
            }
            RelayFigures figures = RelayFigures.of(counted);
            return new Findings(figures, bounds(figures));
        }
    }

    static List<Bound> bounds(RelayFigures figures) {
        return List.of(Bound.atLeast("events/s", NEEDED, figures.eventsPerSecond()));
    }

    private static RelayFigures.Round round(Database outbox, Metrics metrics, long pid, int events)
            throws IOException, InterruptedException, SQLException {
        double published = published(metrics);
        double cpu = cpuSeconds(pid);
        write(outbox, events);
        long begin = System.nanoTime();
        if (!Readiness.within(PATIENCE).until(() -> published(metrics) >= published + events)) {
            throw new IllegalStateException(
                    "not published within " + PATIENCE.toMinutes() + " min");
        }
        double took = (System.nanoTime() - begin) / 1e9;
        return new RelayFigures.Round(took, events, cpuSeconds(pid) - cpu);
    }

    private static void write(Database outbox, int events) throws SQLException {
        try (Connection connection = outbox.connect();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setInt(1, events);
            write.executeUpdate();
        }
    }

    private static double published(Metrics metrics) throws IOException, InterruptedException {
        return metrics.sum("outbox_published_total");
    }

    private static double cpuSeconds(long pid) {
        return ProcessUsage.of(pid).orElseThrow().cpuSeconds();
    }
}
