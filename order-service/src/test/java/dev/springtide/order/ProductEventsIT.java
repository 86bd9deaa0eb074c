package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.contract.EventTypes;
import dev.springtide.contract.Topics;
import dev.springtide.contract.product.v1.ProductChanged;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import dev.springtide.money.Money;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The catalogue's announcements, over a real topic, become prices of orders. */
class ProductEventsIT {

    @AutoClose
    private static final RunningOrderService SERVICE =
            RunningOrderService.start(Infrastructure.freshDatabase("product_events"));

    private static final TestDatabase TABLES = SERVICE.tables();

    @AutoClose
    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", Infrastructure.kafka().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    @Test
    void makesProductsOrderableAndNeverGoesBackToAnOlderPrice() throws Exception {
        announce("SURF-1", "100.00", 1);
        awaitVersion("SURF-1", 1);
        assertThat(
                        SERVICE.customer("alice")
                                .place("first", body("SURF-1", 2))
                                .json()
                                .at("/total/amount")
                                .asString())
                .isEqualTo("200.00");

        announce("SURF-1", "120.00", 3);
        announce("SURF-1", "110.00", 2);
        announce("SURF-1", "130.00", 3);
        announce("SURF-2", "1.00", 1);
        awaitVersion("SURF-2", 1);
        awaitVersion("SURF-1", 3);
        announce("SURF-1", "90.00", 2);
        announce("SURF-3", "1.00", 1);
        awaitVersion("SURF-3", 1);

        assertThat(TABLES.count("SELECT price_minor FROM product_price WHERE sku = 'SURF-1'"))
                .isEqualTo(12_000);
    }

    private static void awaitVersion(String sku, long version) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        TABLES.count(
                                        "SELECT count(*) FROM product_price WHERE sku = ?"
                                                + " AND version = ?",
                                        sku,
                                        version)
                                == 1);
    }

    private static void announce(String sku, String price, long version) throws Exception {
        ProductChanged event =
                new ProductChanged(
                        sku, "Surfboard", "A board", "boards", Money.of(price, "EUR"), version);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        Topics.PRODUCT_EVENTS, sku, ContractJson.mapper().writeValueAsBytes(event));
        UuidV7 ids = new UuidV7(Clock.systemUTC());
        Map.of(
                        CloudEventHeaders.SPEC_VERSION,
                        "1.0",
                        CloudEventHeaders.ID,
                        ids.next().toString(),
                        CloudEventHeaders.TYPE,
                        EventTypes.of(ProductChanged.class).name(),
                        CloudEventHeaders.SOURCE,
                        "/springtide/inventory-service",
                        CloudEventHeaders.TIME,
                        "2026-11-21T00:00:00Z",
                        CloudEventHeaders.SUBJECT,
                        sku,
                        CloudEventHeaders.AGGREGATE_VERSION,
                        Long.toString(version),
                        CloudEventHeaders.CONTENT_TYPE,
                        "application/json")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        PRODUCER.send(record).get();
    }
}
