package dev.springtide.messaging;

import dev.springtide.observability.EventSpans;
import dev.springtide.parking.ParkedRecord;
import dev.springtide.parking.ParkingLot;
import dev.springtide.parking.ReplayTargets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands the records of a poll to a handler, wave by wave, and parks those that cannot be applied.
 *
 * <p>The records of one aggregate are applied in their order: once one is parked, all later ones
 * are parked behind it until an operator has replayed or discarded it. Every record is applied or
 * parked at least once, not exactly once: handlers are idempotent.
 */
public class BatchConsumer {

    private final TransactionOperations transactions;
    private final ParkingLot lot;
    private final ReplayTargets targets;
    private final EventSpans spans;

    public BatchConsumer(
            TransactionOperations transactions,
            ParkingLot lot,
            ReplayTargets targets,
            EventSpans spans) {
        this.transactions = transactions;
        this.lot = lot;
        this.targets = targets;
        this.spans = spans;
    }

    /**
     * Makes a consumer known, so that its parked records can be replayed before it has received
     * anything. {@link #process} does so too.
     */
    public void register(String consumerName, Set<Class<?>> interestedIn, WaveHandler handler) {
        EventConsumer consumer = new EventConsumer(consumerName, interestedIn, handler);
        targets.register(consumerName, record -> replay(record, consumer));
    }

    /**
     * Returns when every record is applied, skipped or parked; only then may offsets be committed.
     * Throws after a transient failure: the same records must then be given again.
     *
     * @param consumerName names the handler for ever: parked records refer to it
     * @param interestedIn the record classes the handler wants; others are skipped
     */
    public void process(
            String consumerName,
            List<ConsumerRecord<String, byte[]>> records,
            Set<Class<?>> interestedIn,
            WaveHandler handler) {
        EventConsumer consumer = new EventConsumer(consumerName, interestedIn, handler);
        register(consumerName, interestedIn, handler);
        List<Received> batch = new ArrayList<>(records.size());
        Set<String> aggregates = new LinkedHashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Received received = Received.of(record, consumer);
            if (received != null) {
                batch.add(received);
                aggregates.add(received.aggregateId());
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        Set<String> blocked = lot.blocked(consumerName, aggregates);
        WaveApplication application =
                new WaveApplication(consumer, transactions, lot, spans, blocked);
        for (List<Received> wave : Waves.of(batch, Received::aggregateId)) {
            application.apply(wave);
        }
    }

    private static void replay(ParkedRecord parked, EventConsumer consumer) {
        ConsumerRecord<String, byte[]> record = ParkedRecordReader.record(parked);
        Received received = Received.of(record, consumer);
        if (received == null) {
            return;
        }
        if (received.event() == null) {
            throw new IllegalArgumentException(received.error());
        }
        consumer.handler().handle(List.of(received.event()));
    }
}
