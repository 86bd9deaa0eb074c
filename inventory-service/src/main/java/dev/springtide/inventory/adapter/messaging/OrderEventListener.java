package dev.springtide.inventory.adapter.messaging;

import dev.springtide.contract.Topics;
import dev.springtide.messaging.BatchConsumer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Listens to the life of orders. */
@Component
class OrderEventListener {

    /** The group and the name parked records carry; never renamed. */
    private static final String CONSUMER = "inventory-stock";

    private final BatchConsumer consumer;
    private final StockWave wave;

    OrderEventListener(BatchConsumer consumer, StockWave wave) {
        this.consumer = consumer;
        this.wave = wave;
        consumer.register(CONSUMER, StockWave.INTERESTED_IN, wave);
    }

    @KafkaListener(id = CONSUMER, topics = Topics.ORDER_EVENTS)
    void onPoll(List<ConsumerRecord<String, byte[]>> records) {
        consumer.process(CONSUMER, records, StockWave.INTERESTED_IN, wave);
    }
}
