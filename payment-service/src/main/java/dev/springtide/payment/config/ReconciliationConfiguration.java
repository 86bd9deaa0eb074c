package dev.springtide.payment.config;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.payment.adapter.provider.HttpProviderStatement;
import dev.springtide.payment.application.NeverLeftException;
import dev.springtide.payment.application.PaymentProvider;
import dev.springtide.payment.application.ProviderStatement;
import dev.springtide.payment.application.ReceiveProviderEvent;
import dev.springtide.payment.application.ReconcileHandler;
import dev.springtide.payment.application.ReconciliationBooks;
import dev.springtide.payment.application.UnclearAnswerException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that compares our records with the provider's list. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationConfiguration.class);

    @Bean
    HttpProviderStatement providerStatement(ProviderProperties properties) {
        return new HttpProviderStatement(
                properties.baseUrl(),
                properties.apiKey(),
                properties.connectTimeout(),
                properties.timeout());
    }

    @Bean
    ReconcileHandler reconcileHandler(
            ProviderStatement statement,
            ReconciliationBooks books,
            ReceiveProviderEvent events,
            PaymentProvider provider,
            MeterRegistry meters,
            Clock clock,
            ReconciliationProperties properties) {
        return new ReconcileHandler(
                statement, books, events, provider, meters, clock, properties.grace());
    }

    /** What could not be finished is tried again by the next run. */
    @Bean
    RecurringTask<Void> reconciliation(
            ReconcileHandler reconcile, ReconciliationProperties properties) {
        return Tasks.recurring("reconciliation", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> {
                    try {
                        reconcile.run();
                    } catch (NeverLeftException | UnclearAnswerException e) {
                        LOG.warn("The provider's list was not read to its end", e);
                    }
                });
    }
}
