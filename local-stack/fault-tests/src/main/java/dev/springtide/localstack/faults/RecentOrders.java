package dev.springtide.localstack.faults;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The last few hundred orders that were acknowledged: most are in motion. */
final class RecentOrders {

    private static final int KEPT = 256;

    private final AtomicReferenceArray<UUID> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicInteger added = new AtomicInteger();

    void add(UUID order) {
        ring.set(Math.floorMod(added.getAndIncrement(), KEPT), order);
    }

    /**
     * One of them.
     *
     * @throws IllegalStateException before the first was added
     */
    UUID any(Random random) {
        int filled = Math.min(added.get(), KEPT);
        if (filled == 0) {
            throw new IllegalStateException("no order has been placed");
        }
        UUID order = ring.get(random.nextInt(filled));
        return order == null ? any(random) : order;
    }
}
