package dev.springtide.inventory.adapter.persistence;

import dev.springtide.id.UuidV7;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts orders that have held reserved stock for an hour, when all their deadlines are over.
 * Nothing is released here: that is order-service's decision, and this number only alerts. It looks
 * at the orders that have just become an hour old, along the primary key, so it stays cheap however
 * many there are; an order is seen for ten minutes.
 */
@Component
class OverdueReservations implements MeterBinder {

    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final Duration SEEN_FOR = Duration.ofMinutes(10);

    private static final String COUNT =
            """
            SELECT count(*)
              FROM reservation
             WHERE order_id >= ? AND order_id < ? AND status = 'RESERVED'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OverdueReservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("reservations.overdue", this, OverdueReservations::count)
                .description("Orders that hold reserved stock an hour after they were placed")
                .register(registry);
    }

    long count() {
        Instant hourAgo = clock.instant().minus(OVERDUE);
        return jdbc.sql(COUNT)
                .params(UuidV7.lowest(hourAgo.minus(SEEN_FOR)), UuidV7.lowest(hourAgo))
                .query(Long.class)
                .single();
    }
}
