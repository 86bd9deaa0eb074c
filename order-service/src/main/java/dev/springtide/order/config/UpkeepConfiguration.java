package dev.springtide.order.config;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.order.adapter.persistence.LedgerCleanUp;
import dev.springtide.order.adapter.persistence.OrderPartitions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Partitions ahead of time, and a ledger that does not grow for ever. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    private static final Duration PARTITION_UPKEEP = Duration.ofHours(6);

    /** Before anything can place an order: the web server and the listeners start later. */
    @Bean(initMethod = "ensure")
    @DependsOnDatabaseInitialization
    OrderPartitions orderPartitions(
            JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
        return new OrderPartitions(jdbc, transactions, clock);
    }

    @Bean
    RecurringTask<Void> orderPartitionUpkeep(OrderPartitions partitions) {
        return Tasks.recurring("order-partition-upkeep", FixedDelay.of(PARTITION_UPKEEP))
                .execute((instance, context) -> partitions.ensure());
    }

    @Bean
    LedgerCleanUp ledgerCleanUp(JdbcTemplate jdbc, LedgerProperties ledger) {
        return new LedgerCleanUp(jdbc, ledger.retention(), ledger.cleanUpBatch());
    }

    @Bean
    RecurringTask<Void> ledgerCleanUpTask(LedgerCleanUp cleanUp, LedgerProperties ledger) {
        return Tasks.recurring("ledger-clean-up", FixedDelay.of(ledger.cleanUpInterval()))
                .execute((instance, context) -> cleanUp.deleteExpired());
    }
}
