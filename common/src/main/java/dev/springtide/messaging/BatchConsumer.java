package dev.springtide.messaging;

import dev.springtide.contract.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.transaction.support.TransactionOperations;

/** Hands the records of a poll to a handler, wave by wave. */
public class BatchConsumer {

    private final TransactionOperations transactions;

    public BatchConsumer(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /**
     * Returns when every record is applied, skipped or parked; only then may offsets be committed.
     *
     * @param consumerName names the handler for ever: parked records refer to it
     * @param interestedIn the record classes the handler wants; others are skipped
     */
    public void process(
            String consumerName,
            List<ConsumerRecord<String, byte[]>> records,
            Set<Class<?>> interestedIn,
            WaveHandler handler) {
        List<InboundEvent<?>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            EventType<?> type = EventDecoder.type(record);
            if (type != null && interestedIn.contains(type.record())) {
                events.add(EventDecoder.decode(record, type));
            }
        }
        for (List<InboundEvent<?>> wave : Waves.of(events, InboundEvent::aggregateId)) {
            transactions.executeWithoutResult(status -> handler.handle(wave));
        }
    }
}
