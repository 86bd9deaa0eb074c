package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.Topics;
import dev.springtide.contract.product.v1.ProductChanged;
import dev.springtide.messaging.BatchConsumer;
import dev.springtide.messaging.InboundEvent;
import dev.springtide.order.application.catalogue.PriceChange;
import dev.springtide.order.application.catalogue.PriceChanges;
import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.domain.Sku;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes the catalogue's announcements to the price projection. */
@Component
public class ProductEventListener {

    static final String CONSUMER = "order-service.product-events";

    private final BatchConsumer consumer;
    private final PriceChanges prices;

    public ProductEventListener(BatchConsumer consumer, PriceChanges prices) {
        this.consumer = consumer;
        this.prices = prices;
    }

    @KafkaListener(id = CONSUMER, topics = Topics.PRODUCT_EVENTS)
    void onEvents(List<ConsumerRecord<String, byte[]>> records) {
        consumer.process(
                CONSUMER,
                records,
                Set.of(ProductChanged.class),
                wave -> prices.apply(wave.stream().map(ProductEventListener::change).toList()));
    }

    private static PriceChange change(InboundEvent<?> inbound) {
        ProductChanged product = (ProductChanged) inbound.event();
        return new PriceChange(
                new ProductPrice(new Sku(product.sku()), product.name(), product.price()),
                product.version());
    }
}
