package dev.springtide.load.benchmark;

import dev.springtide.embedded.FreePorts;
import dev.springtide.load.Arguments;
import dev.springtide.load.Bound;
import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Catalogue reads through two gateways in turn: one and its inventory-service as they are
 * delivered, one whose inventory-service lets nobody keep an answer, keeps its own for a
 * millisecond and has no Redis, so that the database answers every read.
 *
 * @param rounds of each, in turn
 * @param readers who ask at the same time
 * @param products that they ask for
 */
record CatalogueReads(int rounds, int seconds, int warmUpSeconds, int readers, int products)
        implements Measurement {
    private static final Instance CACHED = new Instance(Part.INVENTORY, 1);
    private static final Instance UNCACHED = new Instance(Part.INVENTORY, 2);
    private static final Instance KEEPING = new Instance(Part.GATEWAY, 1);
    private static final Instance ASKING = new Instance(Part.GATEWAY, 2);
    private static final int ROUNDS = 5;
    private static final int SECONDS = 10;
    private static final int WARM_UP_SECONDS = 60;
    private static final int READERS = 8;
    private static final int PRODUCTS = 200;
    private static final double FACTOR = 3;
    private static final double NEARLY_ALL_PERCENT = 95;

    CatalogueReads {
        if (rounds < 1 || seconds < 1 || warmUpSeconds < 1 || readers < 1) {
            throw new IllegalArgumentException(
                    "rounds, seconds, warm-up and readers are at least 1");
        }
    }

    public static void main(String[] line) throws Exception {
        new Benchmark(
                        "catalogue-reads",
                        2,
                        Set.of("--rounds", "--seconds", "--warm-up-seconds", "--readers"),
                        CatalogueReads::of)
                .run(line);
    }

    private static CatalogueReads of(Arguments arguments) {
        return new CatalogueReads(
                (int) arguments.number("--rounds", ROUNDS),
                (int) arguments.number("--seconds", SECONDS),
                (int) arguments.number("--warm-up-seconds", WARM_UP_SECONDS),
                (int) arguments.number("--readers", READERS),
                PRODUCTS);
    }

    @Override
    public Findings on(Platform platform) throws Exception {
        Part.infrastructure().forEach(platform::start);
        platform.start(CACHED);
        startGateway(platform, KEEPING, CACHED);
        withoutCache(platform);
        platform.start(UNCACHED);
        startGateway(platform, ASKING, UNCACHED);
        Goods goods = new Goods(products);
        goods.stock(platform.database("inventory"));
        try (CatalogueReaders cached =
                        new CatalogueReaders(platform, KEEPING, CACHED, readers, goods);
                CatalogueReaders uncached =
                        new CatalogueReaders(platform, ASKING, UNCACHED, readers, goods)) {
            cached.round(warmUpSeconds);
            uncached.round(warmUpSeconds);
            List<ReadRound> with = new ArrayList<>();
            List<ReadRound> without = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                with.add(cached.round(seconds));
                without.add(uncached.round(seconds));
            }
            CatalogueFigures figures = CatalogueFigures.of(with, without);
            return new Findings(figures, bounds(figures));
        }
    }

    private static void startGateway(Platform platform, Instance gateway, Instance inventory) {
        platform.set(
                Part.GATEWAY,
                "SPRINGTIDE_GATEWAY_SERVICES_INVENTORY",
                platform.service(inventory).toString());
        platform.start(gateway);
    }

    /** The shortest time that it may be told to keep a copy, and a port where nobody listens. */
    private static void withoutCache(Platform platform) {
        platform.set(Part.INVENTORY, "SPRINGTIDE_CATALOGUE_SHAREDTTL", "1ms");
        platform.set(Part.INVENTORY, "SPRINGTIDE_CATALOGUE_LOCALTTL", "1ms");
        platform.set(Part.INVENTORY, "SPRINGTIDE_CATALOGUE_MAXAGE", "0s");
        platform.set(Part.INVENTORY, "SPRING_DATA_REDIS_PORT", Integer.toString(FreePorts.next()));
    }

    static List<Bound> bounds(CatalogueFigures figures) {
        return List.of(
                Bound.atLeast("reads/s with the cache ÷ without", FACTOR, figures.ratio()),
                Bound.atLeast(
                        "answered by the database without the cache, %",
                        NEARLY_ALL_PERCENT, figures.uncached().fromDatabasePercent()),
                Bound.exactly(
                        "reads not answered 200",
                        0,
                        (double) figures.cached().refused() + figures.uncached().refused()));
    }
}
