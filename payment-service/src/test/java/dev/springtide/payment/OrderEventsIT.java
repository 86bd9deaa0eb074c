package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.contract.EventTypes;
import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.OrderEvent;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import dev.springtide.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an order's event to the payment's, over the broker. */
class OrderEventsIT extends RunningPaymentService {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Infrastructure.kafka().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            Infrastructure.kafka().bootstrapServers(),
                            "group.id",
                            UUID.randomUUID().toString(),
                            "auto.offset.reset",
                            "earliest",
                            "isolation.level",
                            "read_committed",
                            "metadata.max.age.ms",
                            "1000"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    @AfterEach
    void close() {
        producer.close();
        consumer.close();
    }

    @Test
    void answersARequestAndCarriesItsTraceOn() {
        UUID orderId = ids.next();
        send(paymentRequested(orderId), 1);

        List<ConsumerRecord<String, byte[]>> events = awaitEvents(orderId, 1);

        ConsumerRecord<String, byte[]> captured = events.getFirst();
        assertThat(header(captured, CloudEventHeaders.TYPE))
                .isEqualTo("dev.springtide.payment.captured.v1");
        assertThat(header(captured, CloudEventHeaders.AGGREGATE_VERSION)).isEqualTo("1");
        assertThat(header(captured, CloudEventHeaders.TRACEPARENT)).isEqualTo(TRACE);
        assertThat(new String(captured.value(), StandardCharsets.UTF_8))
                .contains(orderId.toString(), "\"30.00\"")
                .doesNotContain("tok_");
    }

    @Test
    void isUnmovedByDuplicatesOfEveryEvent() {
        List<UUID> orders = List.of(ids.next(), ids.next(), ids.next());
        for (UUID orderId : orders) {
            send(paymentRequested(orderId), 3);
        }
        orders.forEach(orderId -> awaitEvents(orderId, 1));
        UUID refunded = orders.get(0);
        UUID cancelled = orders.get(1);
        RefundRequested refund =
                new RefundRequested(refunded, ids.next(), Money.of("10.00", "EUR"), "x");
        PaymentCancelRequested cancel = new PaymentCancelRequested(cancelled, "alice", "x");
        List<OrderEvent> replay = new ArrayList<>();
        orders.forEach(orderId -> replay.add(paymentRequested(orderId)));
        replay.addAll(List.of(refund, cancel, refund, cancel));
        Collections.shuffle(replay, new Random(1));
        replay.forEach(event -> send(event, 2));

        awaitEvents(refunded, 2);
        awaitEvents(cancelled, 2);
        assertThat(events(refunded)).containsExactly("captured", "refund-succeeded");
        assertThat(events(cancelled)).containsExactly("captured", "closed");
        assertThat(events(orders.get(2))).containsExactly("captured");
        assertThat(orders.stream().map(RunningPaymentService::kept))
                .containsExactly(2000L, 0L, 3000L);
    }

    @Test
    void parksARefundOfAPaymentItNeverHeardOf() {
        UUID orderId = ids.next();
        send(new RefundRequested(orderId, ids.next(), Money.of("1.00", "EUR"), "x"), 1);
        UUID next = ids.next();
        send(paymentRequested(next), 1);

        awaitEvents(next, 1);
        await().untilAsserted(() ->
                assertThat(
                                jdbc.sql(
                                                "SELECT count(*) FROM parked_record"
                                                        + " WHERE aggregate_id = ?")
                                        .param(orderId.toString())
                                        .query(Integer.class)
                                        .single())
                        .isEqualTo(1));
    }

    private PaymentRequested paymentRequested(UUID orderId) {
        return new PaymentRequested(orderId, "alice", AMOUNT, tokens.encrypt("tok_visa", orderId));
    }

    private void send(OrderEvent event, int times) {
        for (int i = 0; i < times; i++) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(
                            Topics.ORDER_EVENTS,
                            event.aggregateId(),
                            ContractJson.mapper().writeValueAsBytes(event));
            Map.of(
                            CloudEventHeaders.SPEC_VERSION,
                            "1.0",
                            CloudEventHeaders.ID,
                            ids.next().toString(),
                            CloudEventHeaders.TYPE,
                            EventTypes.of(event.getClass()).name(),
                            CloudEventHeaders.SOURCE,
                            "/springtide/order-service",
                            CloudEventHeaders.TIME,
                            Instant.now().toString(),
                            CloudEventHeaders.SUBJECT,
                            event.aggregateId(),
                            CloudEventHeaders.AGGREGATE_VERSION,
                            "1",
                            CloudEventHeaders.CONTENT_TYPE,
                            "application/json",
                            CloudEventHeaders.TRACEPARENT,
                            TRACE)
                    .forEach((name, value) ->
                            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(record);
        }
        producer.flush();
    }

    private List<ConsumerRecord<String, byte[]>> awaitEvents(UUID orderId, int count) {
        consumer.subscribe(List.of(Topics.PAYMENT_EVENTS));
        await().atMost(PATIENCE)
                .until(() -> {
                    consumer.poll(Duration.ofMillis(200)).forEach(received::add);
                    return about(orderId).size() >= count;
                });
        return about(orderId);
    }

    private List<ConsumerRecord<String, byte[]>> about(UUID orderId) {
        return received.stream().filter(r -> r.key().equals(orderId.toString())).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
