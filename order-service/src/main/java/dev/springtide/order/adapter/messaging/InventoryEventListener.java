package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.Topics;
import dev.springtide.contract.inventory.v1.StockRejected;
import dev.springtide.contract.inventory.v1.StockReleased;
import dev.springtide.contract.inventory.v1.StockReserved;
import dev.springtide.messaging.BatchConsumer;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.order.application.saga.OrderSaga;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes inventory's answers to the saga. */
@Component
public class InventoryEventListener {

    static final String CONSUMER = "order-service.inventory-events";

    private static final Set<Class<?>> INTERESTED_IN =
            Set.of(StockReserved.class, StockRejected.class, StockReleased.class);

    private final BatchConsumer consumer;
    private final OrderSaga saga;

    public InventoryEventListener(BatchConsumer consumer, OrderSaga saga) {
        this.consumer = consumer;
        this.saga = saga;
        consumer.register(CONSUMER, INTERESTED_IN, this::apply);
    }

    @KafkaListener(id = CONSUMER, topics = Topics.INVENTORY_EVENTS)
    void onEvents(List<ConsumerRecord<String, byte[]>> records) {
        consumer.process(CONSUMER, records, INTERESTED_IN, this::apply);
    }

    private void apply(List<InboundEvent<?>> wave) {
        saga.apply(InboundEventMapper.commands(wave));
    }
}
