package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.Topics;
import dev.springtide.contract.payment.v1.PaymentCaptured;
import dev.springtide.contract.payment.v1.PaymentClosed;
import dev.springtide.contract.payment.v1.PaymentDeclined;
import dev.springtide.contract.payment.v1.PaymentInDoubt;
import dev.springtide.contract.payment.v1.RefundFailed;
import dev.springtide.contract.payment.v1.RefundSucceeded;
import dev.springtide.messaging.BatchConsumer;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.order.application.saga.OrderSaga;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes what became of payments and refunds to the saga. */
@Component
public class PaymentEventListener {

    static final String CONSUMER = "order-service.payment-events";

    private static final Set<Class<?>> INTERESTED_IN =
            Set.of(
                    PaymentCaptured.class,
                    PaymentDeclined.class,
                    PaymentInDoubt.class,
                    PaymentClosed.class,
                    RefundSucceeded.class,
                    RefundFailed.class);

    private final BatchConsumer consumer;
    private final OrderSaga saga;

    public PaymentEventListener(BatchConsumer consumer, OrderSaga saga) {
        this.consumer = consumer;
        this.saga = saga;
        consumer.register(CONSUMER, INTERESTED_IN, this::apply);
    }

    @KafkaListener(id = CONSUMER, topics = Topics.PAYMENT_EVENTS)
    void onEvents(List<ConsumerRecord<String, byte[]>> records) {
        consumer.process(CONSUMER, records, INTERESTED_IN, this::apply);
    }

    private void apply(List<InboundEvent<?>> wave) {
        saga.apply(InboundEventMapper.commands(wave));
    }
}
