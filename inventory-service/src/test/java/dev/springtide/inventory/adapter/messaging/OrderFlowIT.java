package dev.springtide.inventory.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.OrderConfirmed;
import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.messaging.CloudEventHeaders;
import dev.springtide.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From topic to topic, through the real broker. */
@InventoryTest
@Import(Shelves.class)
class OrderFlowIT {

    private static final Money TOTAL = Money.of("12.50", "EUR");

    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;

    private final OrderTopic orders = new OrderTopic();
    private final KafkaConsumer<String, String> answers =
            new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            Infrastructure.kafka().bootstrapServers(),
                            ConsumerConfig.GROUP_ID_CONFIG,
                            UUID.randomUUID().toString(),
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest",
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed"),
                    new StringDeserializer(),
                    new StringDeserializer());
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private final UUID order = UUID.randomUUID();

    @BeforeEach
    void listen() {
        answers.subscribe(List.of(Topics.INVENTORY_EVENTS, Topics.PRODUCT_EVENTS));
    }

    @AfterEach
    void close() {
        orders.close();
        answers.close();
    }

    @Test
    void answersAnOrderAndItsCancellation() {
        Sku sku = shelves.stocked(10);

        orders.publish(List.of(created(sku, 3)));
        assertThat(answer("stock-reserved").value())
                .isEqualTo("{\"orderId\":\"%s\"}".formatted(order));
        assertThat(header(answer("stock-reserved"), CloudEventHeaders.TRACEPARENT))
                .isEqualTo(OrderTopic.TRACEPARENT);
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));

        orders.publish(List.of(new OrderPaid(order), new OrderConfirmed(order, "alice", TOTAL)));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 0, 3)));

        orders.publish(List.of(new StockReleaseRequested(order, "CANCELLED")));
        assertThat(header(answer("stock-released"), CloudEventHeaders.AGGREGATE_VERSION))
                .isEqualTo("3");
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
    }

    @Test
    void saysWhatIsMissing() {
        Sku sku = shelves.stocked(2);

        orders.publish(List.of(created(sku, 3)));

        assertThat(answer("stock-rejected").value())
                .isEqualTo("{\"orderId\":\"%s\",\"skus\":[\"%s\"]}".formatted(order, sku));
    }

    @Test
    void keepsTheOrderOfOneOrdersEventsInOnePoll() {
        Sku sku = shelves.stocked(10);

        orders.publish(
                List.of(
                        created(sku, 3),
                        new OrderPaid(order),
                        new StockReleaseRequested(order, "CANCELLED"),
                        created(sku, 3)));

        answer("stock-released");
        orders.awaitConsumed();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
    }

    @Test
    void parksWhatItCannotApplyAndGoesOn() {
        Sku sku = shelves.stocked(10);
        UUID unreadable = UUID.randomUUID();
        UUID neverCreated = UUID.randomUUID();

        orders.publishRubbish(unreadable);
        orders.publish(
                List.of(
                        new OrderPaid(neverCreated),
                        new StockReleaseRequested(neverCreated, "CANCELLED"),
                        created(sku, 3)));
        answer("stock-reserved");
        orders.awaitConsumed();

        assertThat(parked(unreadable)).isEqualTo(1);
        assertThat(parked(neverCreated)).isEqualTo(2);
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
    }

    private long parked(UUID orderId) {
        return jdbc.sql("SELECT count(*) FROM parked_record WHERE aggregate_id = ?")
                .param(orderId.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void tellsOfANewProduct() {
        Sku sku = shelves.stocked(0);

        ConsumerRecord<String, String> told = hear(sku.value(), "product.changed");

        assertThat(told.topic()).isEqualTo(Topics.PRODUCT_EVENTS);
        assertThat(told.value())
                .contains("\"price\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}")
                .contains("\"version\":1");
    }

    private OrderCreated created(Sku sku, int quantity) {
        return new OrderCreated(
                order, "alice", List.of(new OrderCreated.Line(sku.value(), quantity)), TOTAL);
    }

    private ConsumerRecord<String, String> answer(String type) {
        return hear(order.toString(), "inventory." + type);
    }

    private ConsumerRecord<String, String> hear(String key, String type) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    answers.poll(Duration.ofMillis(100)).forEach(heard::add);
                    return find(key, type).size() == 1;
                });
        return find(key, type).getFirst();
    }

    private List<ConsumerRecord<String, String>> find(String key, String type) {
        return heard.stream()
                .filter(record -> key.equals(record.key()))
                .filter(record ->
                        header(record, CloudEventHeaders.TYPE)
                                .equals("dev.springtide." + type + ".v1"))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
