package dev.springtide.payment.config;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.payment.application.SettlementLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs that one instance does for all. */
@Configuration(proxyBeanMethods = false)
class CleanUpConfiguration {

    @Bean
    RecurringTask<Void> forgetProviderEvents(SettlementLog log, PaymentProperties properties) {
        return Tasks.recurring("forget-provider-events", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        log.forgetEventsOlderThan(properties.eventRetention()));
    }
}
