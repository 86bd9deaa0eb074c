package dev.springtide.order.config;

import dev.springtide.id.UuidV7;
import dev.springtide.order.adapter.messaging.OutboxPlacedEvents;
import dev.springtide.order.adapter.persistence.AddressJson;
import dev.springtide.order.adapter.persistence.JdbcLedger;
import dev.springtide.order.adapter.persistence.JdbcNewOrders;
import dev.springtide.order.adapter.persistence.JdbcProductPrices;
import dev.springtide.order.adapter.persistence.SqlOutages;
import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.intake.IntakeBatch;
import dev.springtide.order.application.intake.IntakeLanes;
import dev.springtide.order.application.intake.PlaceOrderHandler;
import dev.springtide.order.application.ledger.UsedKeys;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderWaiters;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.RelaySignal;
import dev.springtide.token.PaymentTokenCipher;
import dev.springtide.token.PaymentTokenConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Intake on its own connections; its outbox rows go through them, into the same transaction. */
@Configuration(proxyBeanMethods = false)
@Import(PaymentTokenConfiguration.class)
class IntakeConfiguration {

    @Bean
    OrderMetrics orderMetrics(MeterRegistry registry) {
        return new OrderMetrics(registry);
    }

    @Bean
    AddressJson addressJson() {
        return new AddressJson();
    }

    @Bean
    IntakeBatch intakeBatch(
            @Qualifier("intakeJdbc") JdbcTemplate jdbc,
            RelaySignal relay,
            PaymentTokenCipher cipher,
            UuidV7 ids,
            AddressJson addresses,
            DeadlineProperties deadlines,
            SagaProperties saga) {
        return new IntakeBatch(
                new JdbcLedger(jdbc),
                new JdbcProductPrices(jdbc),
                new JdbcNewOrders(jdbc, addresses, saga.repeats()),
                new OutboxPlacedEvents(new Outbox(jdbc, relay), ids),
                cipher,
                ids,
                deadlines.stock());
    }

    @Bean(initMethod = "start")
    IntakeLanes intakeLanes(IntakeBatch batch, OrderMetrics metrics, IntakeProperties intake) {
        return new IntakeLanes(
                intake.lanes(),
                intake.queueCapacity(),
                intake.maxBatch(),
                intake.interval(),
                intake.answerWithin(),
                batch,
                new SqlOutages(),
                metrics);
    }

    @Bean
    PlaceOrderHandler placeOrderHandler(
            IntakeLanes lanes, UsedKeys usedKeys, OrderReader orders, OrderWaiters waiters) {
        return new PlaceOrderHandler(lanes, usedKeys, orders, waiters);
    }
}
