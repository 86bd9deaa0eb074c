package dev.springtide.messaging;

import dev.springtide.observability.EventSpans;
import dev.springtide.parking.ParkingLot;
import dev.springtide.parking.RecordToPark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the records of one poll for one consumer.
 *
 * <p>Each wave is one transaction. When that fails for good, the wave is halved, each half in a
 * fresh transaction, until single records are left; those are parked. A transient failure ends the
 * whole poll with an exception: what was applied so far will come again.
 */
final class WaveApplication {

    private final EventConsumer consumer;
    private final TransactionOperations transactions;
    private final ParkingLot lot;
    private final EventSpans spans;

    /** Aggregates of this poll with parked records: what comes later of them is parked too. */
    private final Set<String> blocked;

    WaveApplication(
            EventConsumer consumer,
            TransactionOperations transactions,
            ParkingLot lot,
            EventSpans spans,
            Set<String> blocked) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.lot = lot;
        this.spans = spans;
        this.blocked = new HashSet<>(blocked);
    }

    void apply(List<Received> wave) {
        List<Received> readable = new ArrayList<>(wave.size());
        List<InboundEvent<?>> events = new ArrayList<>(wave.size());
        List<RecordToPark> parked = new ArrayList<>();
        for (Received received : wave) {
            if (received.event() == null || blocked.contains(received.aggregateId())) {
                parked.add(received.parked(null));
            } else {
                readable.add(received);
                events.add(received.event());
            }
        }
        apply(readable, events, parked);
        parked.forEach(record -> blocked.add(record.aggregateId()));
    }

    private void apply(
            List<Received> records, List<InboundEvent<?>> events, List<RecordToPark> parked) {
        Instant began = spans.now();
        try {
            transactions.executeWithoutResult(status -> {
                lot.park(consumer.name(), parked);
                if (!events.isEmpty()) {
                    consumer.handler().handle(events);
                }
            });
            events.forEach(e -> spans.applied(consumer.name(), e.type(), e.traceparent(), began));
        } catch (Exception | Error e) {
            if (events.isEmpty() || Failures.isTransient(e)) {
                throw e;
            }
            isolate(records, events, parked, e);
        }
    }

    private void isolate(
            List<Received> records,
            List<InboundEvent<?>> events,
            List<RecordToPark> parked,
            Throwable why) {
        if (records.size() == 1) {
            Received poison = records.getFirst();
            List<RecordToPark> all = new ArrayList<>(parked);
            all.add(poison.parked(why.toString()));
            apply(List.of(), List.of(), all);
            blocked.add(poison.aggregateId());
            return;
        }
        int half = records.size() / 2;
        int end = records.size();
        apply(records.subList(0, half), events.subList(0, half), parked);
        apply(records.subList(half, end), events.subList(half, end), List.of());
    }
}
