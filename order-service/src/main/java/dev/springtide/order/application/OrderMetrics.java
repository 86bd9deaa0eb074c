package dev.springtide.order.application;

import dev.springtide.order.domain.OrderStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** The figures of orders, under the names that dashboards know. */
public final class OrderMetrics {

    private final MeterRegistry registry;
    private final Counter created;
    private final AtomicLong active = new AtomicLong();

    public OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.created =
                Counter.builder("orders.created")
                        .description("Orders this instance has accepted")
                        .register(registry);
        Gauge.builder("orders.active", active, AtomicLong::doubleValue)
                .description("Orders in motion, as the database last counted them")
                .register(registry);
    }

    /** An order was committed. */
    public void created() {
        created.increment();
    }

    /** How many orders are in motion in the whole platform. */
    public void active(long count) {
        active.set(count);
    }

    /**
     * An order reached its outcome.
     *
     * @param sinceCreated from being placed until then
     */
    public void processed(OrderStatus outcome, Duration sinceCreated) {
        Timer.builder("orders.processing.time")
                .description("From being placed to the outcome")
                .tag("outcome", outcome.name())
                .publishPercentileHistogram()
                .register(registry)
                .record(sinceCreated);
    }

    /** Shows how many requests wait for a lane. */
    public void watchIntake(IntSupplier queued) {
        Gauge.builder("intake.queued", queued::getAsInt)
                .description("Requests waiting for a lane")
                .register(registry);
    }
}
