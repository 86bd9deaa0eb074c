package dev.springtide.order.config;

import dev.springtide.order.adapter.persistence.AddressJson;
import dev.springtide.order.adapter.persistence.JdbcOrderReader;
import dev.springtide.order.adapter.persistence.JdbcUsedKeys;
import dev.springtide.order.adapter.persistence.PriceProjection;
import dev.springtide.order.application.catalogue.PriceChanges;
import dev.springtide.order.application.ledger.UsedKeys;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderWaiters;
import dev.springtide.order.application.reading.StuckAfter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers read, and how they wait for it. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    @Bean
    OrderReader orderReader(
            @Qualifier("readsJdbc") JdbcClient jdbc, AddressJson addresses, SagaProperties saga) {
        StuckAfter stuckAfter = new StuckAfter(saga.doubtAlert(), saga.cancellationAlert());
        return new JdbcOrderReader(jdbc, addresses, stuckAfter);
    }

    @Bean
    UsedKeys usedKeys(@Qualifier("readsJdbc") JdbcClient jdbc) {
        return new JdbcUsedKeys(jdbc);
    }

    @Bean
    PriceChanges priceChanges(JdbcTemplate background) {
        return new PriceProjection(background);
    }

    @Bean(initMethod = "start")
    OrderWaiters orderWaiters(OrderReader orders, ReadProperties reads) {
        return new OrderWaiters(orders, reads.waitInterval(), reads.maxWaiters());
    }
}
