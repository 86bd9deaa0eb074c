package dev.springtide.messaging;

import dev.springtide.observability.EventSpans;
import dev.springtide.parking.ParkingAutoConfiguration;
import dev.springtide.parking.ParkingLot;
import dev.springtide.parking.ReplayTargets;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.backoff.ExponentialBackOff;

/** Configures batch consumption for a service with a database and Kafka. */
@AutoConfiguration(
        before = KafkaAutoConfiguration.class,
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            ParkingAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@ConditionalOnClass({JdbcTemplate.class, ConcurrentKafkaListenerContainerFactory.class})
@ConditionalOnBean(DataSource.class)
public class MessagingAutoConfiguration {

    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LONGEST_RETRY_MILLIS = 5_000;

    @Bean
    BatchConsumer batchConsumer(
            TransactionOperations transactions,
            ParkingLot lot,
            ReplayTargets targets,
            EventSpans spans) {
        return new BatchConsumer(transactions, lot, targets, spans);
    }

    @Bean
    ListenersHealthIndicator kafkaListenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        return new ListenersHealthIndicator(registry);
    }

    @Bean
    ListenerMetrics kafkaListenerMetrics(ListenersHealthIndicator listeners) {
        return new ListenerMetrics(listeners);
    }

    /** Batches are retried for ever: what cannot succeed has been parked before it comes here. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(factory, consumers);
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        factory.setBatchListener(true);
        DefaultErrorHandler retrying = new DefaultErrorHandler(backOff);
        retrying.setClassifications(Map.of(), true);
        factory.setCommonErrorHandler(retrying);
        return factory;
    }
}
