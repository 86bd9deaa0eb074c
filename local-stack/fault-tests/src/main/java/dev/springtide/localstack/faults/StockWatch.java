package dev.springtide.localstack.faults;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks every second whether the stock of each SKU adds up, whatever happens meanwhile. */
final class StockWatch implements AutoCloseable {

    private final World world;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final long begin = System.nanoTime();

    StockWatch(World world) {
        this.world = world;
        var _ = clock.scheduleAtFixedRate(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            wrong.addAndGet(world.progress().unbalancedSkus());
            looks.incrementAndGet();
        } catch (SQLException _) {
            // The database is one of those that die.
        }
    }

    /** Half of the seconds at least: while the database is dead there is nothing to see. */
    void measure() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        world.measured(Figure.atLeast("looks at the stock meanwhile", looks.get(), seconds / 2));
        world.measured(Figure.atMost("SKUs that did not add up", wrong.get(), 0));
    }

    @Override
    public void close() {
        clock.close();
    }
}
