package dev.springtide.messaging;

import dev.springtide.parking.ParkedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes a parked record again what it was when it was received. */
final class ParkedRecordReader {

    private ParkedRecordReader() {}

    @SuppressWarnings("NullAway") // a Kafka record may lack a key or a value
    static ConsumerRecord<String, byte[]> record(ParkedRecord parked) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        parked.topic(),
                        parked.partition(),
                        parked.offset(),
                        parked.key(),
                        parked.payload());
        parked.headers().forEach(h -> record.headers().add(h.getKey(), h.getValue()));
        return record;
    }
}
