package dev.springtide.order.config;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.order.adapter.persistence.CorrectionRows;
import dev.springtide.order.adapter.persistence.JdbcOverdueOrders;
import dev.springtide.order.adapter.persistence.JdbcSagaOrders;
import dev.springtide.order.adapter.persistence.RefundRows;
import dev.springtide.order.adapter.persistence.SagaUpdate;
import dev.springtide.order.adapter.persistence.ShipmentRows;
import dev.springtide.order.application.OrderChanges;
import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.saga.Allowances;
import dev.springtide.order.application.saga.DeadlineSweeper;
import dev.springtide.order.application.saga.OrderSaga;
import dev.springtide.order.application.saga.OutboundEvents;
import dev.springtide.order.application.saga.OverdueOrders;
import dev.springtide.order.application.saga.OverdueOrders.Unended;
import dev.springtide.order.application.saga.SagaMetrics;
import dev.springtide.order.application.saga.SagaObserver;
import dev.springtide.order.application.saga.SagaOrders;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The saga on its tables, and the job that enforces the deadlines. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeadlineProperties.class, SagaProperties.class})
class SagaConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SagaConfiguration.class);

    @Bean
    SagaUpdate sagaUpdate(DeadlineProperties deadlines, SagaProperties saga, Clock clock) {
        return new SagaUpdate(
                new Allowances(deadlines.payment(), saga.cancellationAlert()),
                saga.repeats(),
                clock);
    }

    @Bean
    JdbcSagaOrders sagaOrders(
            JdbcTemplate jdbc, SagaUpdate update, SagaProperties saga, Clock clock) {
        return new JdbcSagaOrders(
                jdbc,
                new RefundRows(jdbc, saga.repeats(), clock),
                new ShipmentRows(JdbcClient.create(jdbc)),
                new CorrectionRows(JdbcClient.create(jdbc)),
                update);
    }

    /** Follows events and deadlines, on the background connections. */
    @Bean
    OrderSaga orderSaga(
            SagaOrders orders,
            OutboundEvents events,
            OrderChanges changes,
            SagaObserver observer,
            TransactionOperations transactions) {
        return new OrderSaga(orders, events, changes, observer, transactions);
    }

    @Bean
    OverdueOrders overdueOrders(JdbcTemplate jdbc) {
        return new JdbcOverdueOrders(jdbc);
    }

    @Bean
    SagaMetrics sagaMetrics(OrderMetrics orders, MeterRegistry registry, Clock clock) {
        return new SagaMetrics(orders, registry, clock);
    }

    @Bean
    DeadlineSweeper deadlineSweeper(
            OverdueOrders overdue,
            OrderSaga saga,
            PlatformTransactionManager transactions,
            SagaProperties properties) {
        return new DeadlineSweeper(
                overdue, saga, new TransactionTemplate(transactions), properties.sweepBatch());
    }

    @Bean
    RecurringTask<Void> deadlineSweep(
            DeadlineSweeper sweeper,
            OverdueOrders overdue,
            SagaMetrics metrics,
            SagaProperties properties) {
        return Tasks.recurring("order-deadlines", FixedDelay.of(properties.sweepInterval()))
                .execute((instance, context) -> {
                    int ended = sweeper.sweep();
                    Unended unended = overdue.unended();
                    metrics.unended(unended);
                    if (ended > 0 || unended.parked() > 0 || unended.cancelling() > 0) {
                        LOG.warn(
                                "Deadlines ended {} orders; {} overdue ones have parked records, {} are still cancelling",
                                ended,
                                unended.parked(),
                                unended.cancelling());
                    }
                });
    }
}
