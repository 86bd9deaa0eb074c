package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.saga.OverdueOrders.Unended;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.OutboundEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The figures of the saga. */
public final class SagaMetrics implements SagaObserver {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Shown from the start, so that the first one counts. */
    private static final List<OutboundEvent> REPEATABLE =
            List.of(
                    OutboundEvent.ORDER_CREATED,
                    OutboundEvent.PAYMENT_REQUESTED,
                    OutboundEvent.STOCK_RELEASE_REQUESTED,
                    OutboundEvent.PAYMENT_CANCEL_REQUESTED,
                    OutboundEvent.REFUND_REQUESTED);

    private final OrderMetrics orders;
    private final MeterRegistry registry;
    private final Clock clock;
    private volatile @Nullable Report report;

    private record Report(Unended unended, Instant at) {}

    public SagaMetrics(OrderMetrics orders, MeterRegistry registry, Clock clock) {
        this.orders = orders;
        this.registry = registry;
        this.clock = clock;
        REPEATABLE.forEach(this::repeated);
        overdue("parked", Unended::parked);
        overdue("cancelling", Unended::cancelling);
    }

    @Override
    public void committed(List<SagaStep> steps) {
        for (SagaStep step : steps) {
            Decision decision = step.decision();
            if (step.asksAgain()) {
                decision.events().forEach(request -> repeated(request).increment());
            }
            if (decision.moved()) {
                moved(decision);
            } else {
                count(decision.changed() ? "orders.facts" : "orders.already.applied", decision);
            }
        }
    }

    /** What the last sweep could not end; shown by the instance that swept last. */
    public void unended(Unended found) {
        report = new Report(found, clock.instant());
    }

    private Counter repeated(OutboundEvent request) {
        return Counter.builder("orders.requests.repeated")
                .description("Requests sent again because no answer had come")
                .tag("request", request.name())
                .register(registry);
    }

    private void moved(Decision decision) {
        OrderStatus to = decision.after().status();
        registry.counter(
                        "orders.transitions",
                        "from",
                        decision.before().status().name(),
                        "to",
                        to.name(),
                        "trigger",
                        decision.trigger())
                .increment();
        UUID id = decision.after().id().value();
        switch (to) {
            case CONFIRMED, REJECTED, CANCELLED ->
                    orders.processed(to, Duration.between(UuidV7.timestamp(id), clock.instant()));
            case PENDING, RESERVED, COMPLETED, CANCELLING -> {}
        }
    }

    private void count(String name, Decision decision) {
        registry.counter(
                        name,
                        "status",
                        decision.after().status().name(),
                        "trigger",
                        decision.trigger())
                .increment();
    }

    private void overdue(String cause, ToLongFunction<Unended> figure) {
        Gauge.builder("orders.overdue", this, metrics -> metrics.fresh(figure))
                .description("Orders past their deadline that only an operator can help")
                .tag("cause", cause)
                .register(registry);
    }

    /** An old report is none: another instance has swept since. */
    private double fresh(ToLongFunction<Unended> figure) {
        Report last = report;
        return last == null || last.at().plus(FRESH).isBefore(clock.instant())
                ? Double.NaN
                : figure.applyAsLong(last.unended());
    }
}
