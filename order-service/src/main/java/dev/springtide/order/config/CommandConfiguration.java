package dev.springtide.order.config;

import dev.springtide.id.UuidV7;
import dev.springtide.order.adapter.messaging.OutboxOrderEvents;
import dev.springtide.order.adapter.persistence.CorrectionRows;
import dev.springtide.order.adapter.persistence.JdbcLedger;
import dev.springtide.order.adapter.persistence.JdbcSagaOrders;
import dev.springtide.order.adapter.persistence.RefundRows;
import dev.springtide.order.adapter.persistence.SagaUpdate;
import dev.springtide.order.adapter.persistence.ShipmentRows;
import dev.springtide.order.application.OrderChanges;
import dev.springtide.order.application.saga.CancelOrderHandler;
import dev.springtide.order.application.saga.CorrectOrderHandler;
import dev.springtide.order.application.saga.Corrections;
import dev.springtide.order.application.saga.OrderSaga;
import dev.springtide.order.application.saga.RefundOrderHandler;
import dev.springtide.order.application.saga.SagaObserver;
import dev.springtide.order.application.saga.SagaOrders;
import dev.springtide.order.application.saga.ShipOrderHandler;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.RelaySignal;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What callers ask of placed orders: the saga once more, on the impatient connections of the reads,
 * because somebody waits for the answer.
 */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final RefundRows refunds;
    private final ShipmentRows shipments;
    private final CorrectionRows corrections;
    private final UuidV7 ids;

    CommandConfiguration(
            @Qualifier("commandsJdbc") JdbcTemplate jdbc,
            @Qualifier("commandsTransactionManager") JdbcTransactionManager transactions,
            UuidV7 ids,
            SagaProperties saga,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.refunds = new RefundRows(jdbc, saga.repeats(), clock);
        this.shipments = new ShipmentRows(JdbcClient.create(jdbc));
        this.corrections = new CorrectionRows(JdbcClient.create(jdbc));
        this.ids = ids;
    }

    @Bean(defaultCandidate = false)
    JdbcSagaOrders commandOrders(SagaUpdate update) {
        return new JdbcSagaOrders(jdbc, refunds, shipments, corrections, update);
    }

    @Bean(defaultCandidate = false)
    OrderSaga commandSaga(
            @Qualifier("commandOrders") SagaOrders orders,
            RelaySignal relay,
            OrderChanges changes,
            SagaObserver observer) {
        OutboxOrderEvents events = new OutboxOrderEvents(new Outbox(jdbc, relay), ids);
        return new OrderSaga(orders, events, changes, observer, transactions);
    }

    @Bean
    CancelOrderHandler cancelOrderHandler(
            @Qualifier("commandOrders") SagaOrders orders,
            @Qualifier("commandSaga") OrderSaga saga) {
        return new CancelOrderHandler(orders, saga);
    }

    @Bean
    RefundOrderHandler refundOrderHandler(@Qualifier("commandSaga") OrderSaga saga) {
        return new RefundOrderHandler(new JdbcLedger(jdbc), refunds, saga, ids, transactions);
    }

    @Bean
    Corrections corrections() {
        return corrections;
    }

    @Bean
    CorrectOrderHandler correctOrderHandler(@Qualifier("commandSaga") OrderSaga saga) {
        return new CorrectOrderHandler(new JdbcLedger(jdbc), corrections, saga, ids, transactions);
    }

    @Bean
    ShipOrderHandler shipOrderHandler(@Qualifier("commandSaga") OrderSaga saga) {
        return new ShipOrderHandler(new JdbcLedger(jdbc), shipments, saga, ids, transactions);
    }
}
