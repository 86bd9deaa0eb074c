package dev.springtide.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Runs every {@link Task} bean, each due execution on one instance of the service only. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({Scheduler.class, DataSource.class})
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(
        prefix = "springtide.scheduling",
        name = "enabled",
        havingValue = "true",
        matchIfMissing = true)
@EnableConfigurationProperties(SchedulingProperties.class)
public class SchedulingAutoConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    ClusteredScheduler clusteredScheduler(
            DataSource dataSource, ObjectProvider<Task<?>> tasks, SchedulingProperties properties) {
        return new ClusteredScheduler(dataSource, tasks.orderedStream().toList(), properties);
    }
}
