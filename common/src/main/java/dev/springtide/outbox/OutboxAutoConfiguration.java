package dev.springtide.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.observability.EventSpans;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a service with a database and Kafka its outbox. */
@AutoConfiguration(
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@ConditionalOnClass({JdbcTemplate.class, Producer.class, RecurringTask.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    private static final Duration UPKEEP = Duration.ofHours(1);

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean(destroyMethod = "close")
    RelayDatabase relayDatabase(DataSource dataSource) {
        return RelayDatabase.besides(dataSource);
    }

    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnBooleanProperty(name = "springtide.outbox.enabled", matchIfMissing = true)
    OutboxRelay outboxRelay(
            RelayDatabase database,
            KafkaAdmin admin,
            DefaultKafkaProducerFactory<?, ?> producers,
            RelaySignal signal,
            MeterRegistry registry,
            OutboxProperties properties,
            EventSpans spans,
            Environment environment) {
        String service = environment.getRequiredProperty("spring.application.name");
        TopicSetup topics =
                new TopicSetup(
                        admin.getConfigurationProperties(),
                        properties.partitions(),
                        properties.replicas());
        return new OutboxRelay(
                new OutboxCursor(database.jdbc(), properties.lease()),
                () -> {
                    topics.ensure();
                    return KafkaEventPublisher.open(
                            producers.getConfigurationProperties(), service, spans);
                },
                signal,
                new RelayMetrics(registry, properties.lease()),
                properties);
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, RelaySignal signal) {
        return new Outbox(jdbc, signal);
    }

    @Bean(initMethod = "ensure")
    @DependsOnDatabaseInitialization
    OutboxPartitions outboxPartitions(
            JdbcTemplate jdbc, TransactionOperations transactions, OutboxProperties properties) {
        return new OutboxPartitions(jdbc, transactions, properties.retention());
    }

    @Bean
    RecurringTask<Void> outboxPartitionUpkeep(OutboxPartitions partitions) {
        return Tasks.recurring("outbox-partition-upkeep", FixedDelay.of(UPKEEP))
                .execute((instance, context) -> {
                    partitions.ensure();
                    partitions.dropExpired();
                });
    }
}
