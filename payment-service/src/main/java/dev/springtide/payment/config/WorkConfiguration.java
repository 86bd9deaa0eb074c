package dev.springtide.payment.config;

import dev.springtide.payment.application.Backoff;
import dev.springtide.payment.application.DispatchSettings;
import dev.springtide.payment.application.OperationDispatcher;
import dev.springtide.payment.application.OperationQueue;
import dev.springtide.payment.application.OperationRunner;
import dev.springtide.payment.application.Pace;
import dev.springtide.payment.application.PaymentProvider;
import dev.springtide.payment.application.RetryBudget;
import dev.springtide.payment.application.SettlementHandler;
import dev.springtide.payment.application.SettlementWriter;
import dev.springtide.payment.application.WakeUp;
import dev.springtide.token.PaymentTokenConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The two loops of the service: claims go out, results are written. */
@Configuration(proxyBeanMethods = false)
@Import(PaymentTokenConfiguration.class)
class WorkConfiguration {

    @Bean
    RetryBudget retryBudget(PaymentProperties properties) {
        return new RetryBudget(
                properties.retryCredit(), properties.retryTrickle(), System::nanoTime);
    }

    /** Room for every operation in hand, for as many abandoned ones, and for webhooks. */
    @Bean(destroyMethod = "")
    SettlementWriter settlementWriter(SettlementHandler handler, PaymentProperties properties) {
        return new SettlementWriter(
                handler::settle,
                WorkConfiguration::isUnavailable,
                new Pace(properties.pace()),
                4 * properties.inHand(),
                properties.largestWrite());
    }

    @Bean(destroyMethod = "")
    OperationDispatcher operationDispatcher(
            OperationQueue queue,
            PaymentProvider provider,
            OperationRunner runner,
            SettlementWriter writer,
            RetryBudget budget,
            WakeUp wakeUp,
            PaymentProperties properties) {
        return new OperationDispatcher(
                queue,
                provider,
                runner,
                writer,
                budget,
                new Backoff(properties.firstRetry(), properties.longestRetry(), new SecureRandom()),
                wakeUp,
                new DispatchSettings(
                        properties.inHand(),
                        properties.lease(),
                        properties.poll(),
                        properties.pace()));
    }

    @Bean
    MeterBinder inHand(OperationDispatcher dispatcher) {
        return meters ->
                Gauge.builder("payment.in.hand", dispatcher, OperationDispatcher::inHand)
                        .description("Operations that are called or wait to be written")
                        .register(meters);
    }

    @Bean
    PaymentWork paymentWork(OperationDispatcher dispatcher, SettlementWriter writer) {
        return new PaymentWork(dispatcher, writer);
    }

    private static boolean isUnavailable(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof CannotGetJdbcConnectionException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException;
    }
}
