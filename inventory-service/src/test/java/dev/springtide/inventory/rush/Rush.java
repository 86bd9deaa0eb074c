package dev.springtide.inventory.rush;

import dev.springtide.inventory.application.StockCommand;
import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.application.TracedDecision;
import dev.springtide.inventory.domain.StockDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The commands of a rush: demands and what follows them, some of them twice, in an order that only
 * the seed knows. An order's own commands stay in their order, but a duplicate may come at any time
 * after the first. Safe for concurrent use.
 */
public final class Rush {

    /** Of a hundred reserved orders: so many are paid, and so many of the paid cancelled later. */
    private static final int PAID = 85;

    private static final int CANCELLED = 10;
    private static final int DUPLICATED = 10;

    private final Random random;
    private final TreeMap<Integer, StockCommand> waiting = new TreeMap<>();
    private int running;

    public Rush(long seed, List<ReserveStock> demands) {
        random = new Random(seed);
        demands.forEach(this::add);
    }

    /** Up to so many commands of different orders; empty when none is waiting now. */
    public synchronized List<StockCommand> take(int atMost) {
        Map<UUID, StockCommand> wave = new java.util.LinkedHashMap<>();
        List<StockCommand> sameOrder = new ArrayList<>();
        int size = 1 + random.nextInt(atMost);
        while (wave.size() < size && !waiting.isEmpty()) {
            StockCommand next = waiting.pollFirstEntry().getValue();
            if (wave.putIfAbsent(next.orderId(), next) != null) {
                sameOrder.add(next);
            }
        }
        sameOrder.forEach(this::add);
        if (!wave.isEmpty()) {
            running++;
        }
        return List.copyOf(wave.values());
    }

    /** The wave was rolled back. */
    public synchronized void again(List<StockCommand> wave) {
        wave.forEach(this::add);
        running--;
    }

    /** The wave is committed: orders that were promised something are paid or released. */
    public synchronized void done(List<StockCommand> wave, List<TracedDecision> decisions) {
        for (TracedDecision traced : decisions) {
            if (traced.decision() instanceof StockDecision.Reserved reserved) {
                add(
                        random.nextInt(100) < PAID
                                ? new SellStock(reserved.orderId(), 2, null)
                                : new ReleaseStock(reserved.orderId(), 2, null));
            }
        }
        for (StockCommand command : wave) {
            if (command instanceof SellStock sold && random.nextInt(100) < CANCELLED) {
                add(new ReleaseStock(sold.orderId(), 3, null));
            }
            if (random.nextInt(100) < DUPLICATED) {
                add(command);
            }
        }
        running--;
    }

    public synchronized boolean isOver() {
        return waiting.isEmpty() && running == 0;
    }

    /** Whether the wave that is being carried out shall fail after its work is done. */
    public synchronized boolean aborts(int percent) {
        return random.nextInt(100) < percent;
    }

    private void add(StockCommand command) {
        int place = random.nextInt();
        while (waiting.putIfAbsent(place, command) != null) {
            place = random.nextInt();
        }
    }
}
