package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Many want one product of which there is little, while what decides about it dies. */
final class ScarceStock implements Scenario {

    private static final int DEMANDS = 50_000;
    private static final int UNITS = 10_000;
    private static final int FEW_DEMANDS = 300;
    private static final int FEW_UNITS = 60;
    private static final int KILLS = 10;
    private static final int FEW_KILLS = 3;
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration BRIEF_CALM = Duration.ofSeconds(1);
    private static final Duration KNOWN = Duration.ofSeconds(30);
    private static final Duration SOLD = Duration.ofMinutes(2);
    private static final List<Part> VICTIMS = List.of(Part.INVENTORY, Part.POSTGRES, Part.KAFKA);

    @Override
    public String name() {
        return "scarce-stock";
    }

    @Override
    public String about() {
        return "50,000 demands on 10,000 units (short 300 on 60), inventory-service, database and"
                + " broker SIGKILLed meanwhile: all sold, none twice, it adds up every second";
    }

    @Override
    public int rate() {
        return 120;
    }

    @Override
    public Set<Part> several(boolean brief) {
        return brief ? Set.of() : Set.of(Part.INVENTORY);
    }

    @Override
    public void run(World world) throws Exception {
        boolean brief = world.settings().brief();
        int units = brief ? FEW_UNITS : UNITS;
        String sku = Warehouse.deliver(world.platform(), units);
        var _ = Readiness.within(KNOWN).until(() -> world.progress().isPriced(sku));
        world.supervise();
        world.stream().wantOnly(sku);
        try (StockWatch stock = new StockWatch(world)) {
            int kills = killWhileWanted(world, brief ? FEW_DEMANDS : DEMANDS);
            world.measured(Figure.atLeast("kills", kills, brief ? FEW_KILLS : KILLS));
            // What a declined customer gives back is there for those who come later.
            var _ = Readiness.within(SOLD).until(() -> world.progress().sold(sku) >= units);
            world.stream().wantAnything();
            stock.measure();
        }
        int demands = world.progress().decided(sku);
        world.measured(Figure.atLeast("demands", demands, brief ? FEW_DEMANDS : DEMANDS));
        world.measured(Figure.told("units", units));
        int off = Math.abs(units - world.progress().sold(sku));
        world.measured(Figure.atMost("units not sold, or sold twice", off, 0));
    }

    /** In rounds, each in a random order, until there were as many acknowledged orders as this. */
    private static int killWhileWanted(World world, int demands) throws InterruptedException {
        int enough = world.stream().acknowledged() + demands;
        int kills = 0;
        while (world.stream().acknowledged() < enough) {
            List<Part> round = new ArrayList<>(VICTIMS);
            Collections.shuffle(round, world.random());
            for (Part victim : round) {
                world.killAndAwait(world.anyOf(victim));
                kills++;
                world.goOn(CALM, BRIEF_CALM);
            }
        }
        return kills;
    }
}
