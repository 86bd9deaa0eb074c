package dev.springtide.outbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
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
