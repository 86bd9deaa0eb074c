package dev.springtide.inventory.adapter.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts catalogue reads by where their answer came from. */
final class CatalogueCacheMetrics {

    private final Counter local;
    private final Counter shared;
    private final Counter database;
    private final Counter lastResort;

    CatalogueCacheMetrics(MeterRegistry registry, String cache) {
        local = reads(registry, cache, "local");
        shared = reads(registry, cache, "redis");
        database = reads(registry, cache, "database");
        lastResort = reads(registry, cache, "last-resort");
    }

    void local() {
        local.increment();
    }

    void shared() {
        shared.increment();
    }

    void database() {
        database.increment();
    }

    void lastResort() {
        lastResort.increment();
    }

    private static Counter reads(MeterRegistry registry, String cache, String from) {
        return Counter.builder("catalogue.reads")
                .description("Catalogue reads by the place of their answer")
                .tag("cache", cache)
                .tag("from", from)
                .register(registry);
    }
}
