package dev.springtide.payment.adapter.messaging;

import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.messaging.BatchConsumer;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.payment.application.PaymentCommand;
import dev.springtide.payment.application.PaymentCommandHandler;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What orders want of their payments. */
@Component
class OrderEventListener {

    /** Stored with parked records: never to be changed. */
    private static final String CONSUMER = "payment-service.orders";

    private static final Set<Class<?>> INTERESTING =
            Set.of(PaymentRequested.class, PaymentCancelRequested.class, RefundRequested.class);

    private final BatchConsumer consumer;
    private final PaymentCommandHandler handler;

    OrderEventListener(BatchConsumer consumer, PaymentCommandHandler handler) {
        this.consumer = consumer;
        this.handler = handler;
    }

    @KafkaListener(id = "orders", groupId = "payment-service", topics = Topics.ORDER_EVENTS)
    void onOrderEvents(List<ConsumerRecord<String, byte[]>> records) {
        consumer.process(
                CONSUMER,
                records,
                INTERESTING,
                wave -> handler.handle(wave.stream().map(OrderEventListener::command).toList()));
    }

    private static PaymentCommand command(InboundEvent<?> inbound) {
        return switch (inbound.event()) {
            case PaymentRequested e ->
                    new PaymentCommand.RequestPayment(
                            e.orderId(),
                            e.customerId(),
                            e.amount(),
                            e.encryptedToken(),
                            inbound.aggregateVersion(),
                            inbound.traceparent());
            case PaymentCancelRequested e ->
                    new PaymentCommand.CancelPayment(
                            e.orderId(),
                            e.customerId(),
                            inbound.aggregateVersion(),
                            inbound.traceparent());
            case RefundRequested e ->
                    new PaymentCommand.RefundPayment(
                            e.orderId(), e.refundId(), e.amount(), inbound.aggregateVersion());
            default -> throw new IllegalArgumentException("not asked for: " + inbound.type());
        };
    }
}
