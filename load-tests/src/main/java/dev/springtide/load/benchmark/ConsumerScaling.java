package dev.springtide.load.benchmark;

import dev.springtide.load.Arguments;
import dev.springtide.load.Bound;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How many events two instances of inventory-service consume against one, each with a quarter of a
 * core: whether consumers that are too slow get faster by adding instances.
 *
 * @param rounds with one and with two, in turn
 * @param waitingEvents on the topic when a round begins
 * @param coresEach what an instance may use
 * @param products of which each order wants a random one; with few, consumers mostly wait for each
 *     other's stock rows
 */
record ConsumerScaling(
        int rounds,
        int seconds,
        long waitingEvents,
        long warmUpEvents,
        double coresEach,
        int products)
        implements Measurement {
    private static final int INSTANCES = 2;
    private static final int ROUNDS = 5;
    private static final int SECONDS = 12;
    private static final long EVENTS = 400_000;
    private static final int PRODUCTS = 1_000_000;
    private static final double CORES = 0.25;
    private static final double FACTOR = 1.8;

    ConsumerScaling {
        long least =
                LongStream.of(rounds, seconds, waitingEvents, warmUpEvents, products)
                        .min()
                        .getAsLong();
        if (least < 1 || coresEach <= 0) {
            throw new IllegalArgumentException(
                    "rounds, seconds, events and products are at least 1, cores above 0");
        }
    }

    public static void main(String[] line) throws Exception {
        new Benchmark(
                        "consumer-scaling",
                        INSTANCES,
                        Set.of(
                                "--rounds",
                                "--seconds",
                                "--events",
                                "--warm-up-events",
                                "--cores",
                                "--products"),
                        ConsumerScaling::of)
                .run(line);
    }

    private static ConsumerScaling of(Arguments arguments) {
        ConsumerScaling scaling =
                new ConsumerScaling(
                        (int) arguments.number("--rounds", ROUNDS),
                        (int) arguments.number("--seconds", SECONDS),
                        (long) arguments.number("--events", EVENTS),
                        (long) arguments.number("--warm-up-events", EVENTS),
                        arguments.number("--cores", CORES),
                        (int) arguments.number("--products", PRODUCTS));
        CpuQuota.of("probe", scaling.coresEach).close(); // before anything is started in vain
        return scaling;
    }

    @Override
    public Findings on(Platform platform) throws Exception {
        Part.infrastructure().forEach(platform::start);
        platform.start(Part.INVENTORY);
        Goods goods = new Goods(products);
        goods.stock(platform.database("inventory"));
        try (Consumers consumers = new Consumers(platform, goods)) {
            consumers.warmUp(warmUpEvents);
            consumers.limit(coresEach);
            List<ConsumerRound> one = new ArrayList<>();
            List<ConsumerRound> two = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                one.add(consumers.round(1, waitingEvents, seconds));
                two.add(consumers.round(INSTANCES, waitingEvents, seconds));
            }
            ConsumerFigures figures = ConsumerFigures.of(one, two);
            return new Findings(figures, bounds(figures));
        }
    }

    static List<Bound> bounds(ConsumerFigures figures) {
        return List.of(
                Bound.atLeast("events/s of two instances ÷ of one", FACTOR, figures.ratio()),
                Bound.exactly("partitions that ran dry", 0, figures.driedUp()));
    }
}
