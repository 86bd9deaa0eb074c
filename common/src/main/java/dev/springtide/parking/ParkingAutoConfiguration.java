package dev.springtide.parking;

import dev.springtide.web.AccessRules;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a service with a database and Kafka a place for records it cannot apply. */
@AutoConfiguration(
        after = {
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
@ConditionalOnClass({JdbcTemplate.class, ConsumerRecord.class})
@ConditionalOnBean(DataSource.class)
public class ParkingAutoConfiguration {

    @Bean
    ParkingLot parkingLot(JdbcTemplate jdbc) {
        return new ParkingLot(jdbc);
    }

    @Bean
    ReplayTargets replayTargets() {
        return new ReplayTargets();
    }

    @Bean
    ParkedRecords parkedRecords(
            JdbcTemplate jdbc, TransactionOperations transactions, ReplayTargets targets) {
        return new ParkedRecords(new ParkedRecordRows(jdbc), transactions, targets);
    }

    @Bean
    ParkedGauge parkedGauge(JdbcTemplate jdbc) {
        return new ParkedGauge(new ParkedRecordRows(jdbc)::waiting);
    }

    /** The operator's routes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Routes {

        @Bean
        ParkedRecordsController parkedRecordsController(
                ParkedRecords records, Environment environment) {
            String name = environment.getRequiredProperty("spring.application.name");
            return new ParkedRecordsController(records, name.replaceFirst("-service$", ""));
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        AccessRules parkedRecordsAccess() {
            return requests ->
                    requests.requestMatchers("/api/v1/admin/*/parked-records/**")
                            .hasRole("operator");
        }
    }
}
