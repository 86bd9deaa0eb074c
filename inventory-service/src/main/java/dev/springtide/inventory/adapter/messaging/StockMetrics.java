package dev.springtide.inventory.adapter.messaging;

import dev.springtide.inventory.application.TracedDecision;
import dev.springtide.inventory.application.WaveOutcome;
import dev.springtide.inventory.domain.StockDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what waves decide. A wave that is rolled back and run again counts again. */
@Component
class StockMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(StockMetrics.class);

    private final Counter reserved;
    private final Counter rejected;
    private final Counter released;
    private final Counter sold;
    private final Counter paidTooLate;
    private final Counter repeated;

    StockMetrics(MeterRegistry registry) {
        reserved = decisions(registry, "reserved");
        rejected = decisions(registry, "rejected");
        released = decisions(registry, "released");
        sold = decisions(registry, "sold");
        paidTooLate =
                Counter.builder("stock.paid.too.late")
                        .description("Orders paid after they had lost their stock for good")
                        .register(registry);
        repeated =
                Counter.builder("stock.answers.repeated")
                        .description("Stored decisions told again to orders that asked again")
                        .register(registry);
    }

    void record(WaveOutcome outcome) {
        for (TracedDecision traced : outcome.decisions()) {
            switch (traced.decision()) {
                case StockDecision.Reserved _ -> reserved.increment();
                case StockDecision.Rejected _ -> rejected.increment();
                case StockDecision.Released _ -> released.increment();
            }
        }
        repeated.increment(outcome.repeated().size());
        sold.increment(outcome.sold());
        paidTooLate.increment(outcome.paidTooLate().size());
        outcome.paidTooLate()
                .forEach(orderId -> LOG.warn("Order {} was paid but holds no stock", orderId));
    }

    private static Counter decisions(MeterRegistry registry, String outcome) {
        return Counter.builder("stock.decisions")
                .description("Orders by what became of their stock")
                .tag("outcome", outcome)
                .register(registry);
    }
}
