package dev.springtide.order.config;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.order.adapter.persistence.JdbcUnansweredOrders;
import dev.springtide.order.application.saga.OrderSaga;
import dev.springtide.order.application.saga.RepeatSweeper;
import dev.springtide.order.application.saga.UnansweredOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The job by which orders ask again whose answer was lost. */
@Configuration(proxyBeanMethods = false)
class RepeatConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatConfiguration.class);

    @Bean
    UnansweredOrders unansweredOrders(JdbcTemplate jdbc) {
        return new JdbcUnansweredOrders(jdbc);
    }

    @Bean
    RepeatSweeper repeatSweeper(
            UnansweredOrders unanswered,
            OrderSaga saga,
            PlatformTransactionManager transactions,
            SagaProperties properties) {
        return new RepeatSweeper(
                unanswered, saga, new TransactionTemplate(transactions), properties.sweepBatch());
    }

    @Bean
    RecurringTask<Void> requestRepeats(RepeatSweeper sweeper, SagaProperties properties) {
        return Tasks.recurring("order-requests-again", FixedDelay.of(properties.sweepInterval()))
                .execute((instance, context) -> {
                    long repeated = sweeper.sweep();
                    if (repeated > 0) {
                        LOG.warn("{} requests went out again: no answer had come", repeated);
                    }
                });
    }
}
