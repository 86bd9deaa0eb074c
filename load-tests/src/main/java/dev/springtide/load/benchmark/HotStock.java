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
 * How many orders a second one inventory-service decides when all of them want the same product,
 * and when they want many: what it costs that one row is everybody's.
 *
 * @param rounds of each, in turn
 * @param waitingEvents on the topic when a round begins
 * @param products of which an order wants a random one where they are many
 */
record HotStock(int rounds, int seconds, long waitingEvents, long warmUpEvents, int products)
        implements Measurement {
    private static final int ROUNDS = 5;
    private static final int SECONDS = 5;
    private static final long EVENTS = 600_000;
    private static final long WARM_UP_EVENTS = 400_000;
    private static final int PRODUCTS = 200;
    private static final double DECISIONS = 2_000;

    HotStock {
        long least =
                LongStream.of(rounds, seconds, waitingEvents, warmUpEvents, products)
                        .min()
                        .getAsLong();
        if (least < 1) {
            throw new IllegalArgumentException(
                    "rounds, seconds, events and products are at least 1");
        }
    }

    public static void main(String[] line) throws Exception {
        new Benchmark(
                        "hot-stock",
                        1,
                        Set.of(
                                "--rounds",
                                "--seconds",
                                "--events",
                                "--warm-up-events",
                                "--products"),
                        HotStock::of)
                .run(line);
    }

    private static HotStock of(Arguments arguments) {
        return new HotStock(
                (int) arguments.number("--rounds", ROUNDS),
                (int) arguments.number("--seconds", SECONDS),
                (long) arguments.number("--events", EVENTS),
                (long) arguments.number("--warm-up-events", WARM_UP_EVENTS),
                (int) arguments.number("--products", PRODUCTS));
    }

    @Override
    public Findings on(Platform platform) throws Exception {
        Part.infrastructure().forEach(platform::start);
        platform.start(Part.INVENTORY);
        Goods many = new Goods(products);
        many.stock(platform.database("inventory"));
        try (Consumers ofMany = new Consumers(platform, many);
                Consumers ofOne = new Consumers(platform, new Goods(1))) {
            ofMany.warmUp(warmUpEvents);
            List<ConsumerRound> one = new ArrayList<>();
            List<ConsumerRound> spread = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                one.add(ofOne.round(1, waitingEvents, seconds));
                ofOne.awaitDrained();
                spread.add(ofMany.round(1, waitingEvents, seconds));
                ofMany.awaitDrained();
            }
            HotStockFigures figures = HotStockFigures.of(one, spread);
            return new Findings(figures, bounds(figures));
        }
    }

    static List<Bound> bounds(HotStockFigures figures) {
        return List.of(
                Bound.atLeast(
                        "decisions/s about one product",
                        DECISIONS,
                        figures.oneProduct().eventsPerSecond()),
                Bound.exactly("partitions that ran dry", 0, figures.driedUp()));
    }
}
