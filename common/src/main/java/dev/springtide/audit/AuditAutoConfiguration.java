package dev.springtide.audit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.springtide.scheduling.SchedulingAutoConfiguration;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Audits a service with a database every minute, on one instance for all. */
@AutoConfiguration(
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class
        },
        before = SchedulingAutoConfiguration.class)
@ConditionalOnClass({Scheduler.class, JdbcTemplate.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditAutoConfiguration {

    private final List<Invariant> invariants = Invariant.all();

    @Bean
    AuditResults auditResults(JdbcTemplate jdbc) {
        return new AuditResults(JdbcClient.create(jdbc));
    }

    @Bean
    InvariantAudit invariantAudit(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AuditResults results,
            AuditProperties properties,
            Clock clock) {
        TransactionTemplate readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        return new InvariantAudit(
                invariants, JdbcClient.create(jdbc), readOnly, results, properties, clock);
    }

    @Bean
    AuditGauges auditGauges(AuditResults results) {
        return new AuditGauges(invariants, results);
    }

    @Bean
    RecurringTask<Void> invariantAuditTask(InvariantAudit audit, AuditProperties properties) {
        return Tasks.recurring("invariant-audit", FixedDelay.of(properties.interval()))
                .execute((instance, context) -> audit.run());
    }
}
