package dev.springtide.order.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Connections for work that somebody waits for: pools of their own, which background work cannot
 * empty, and short time-outs, so that a stalled database is answered 503 within a second.
 */
@Configuration(proxyBeanMethods = false)
class RequestDataSources {

    @Bean(defaultCandidate = false)
    HikariDataSource intakeDataSource(JdbcConnectionDetails database, IntakeProperties intake) {
        return pool(
                "intake",
                database,
                intake.lanes(),
                intake.connectionTimeout(),
                intake.networkTimeout());
    }

    @Bean(defaultCandidate = false)
    JdbcTransactionManager intakeTransactionManager(JdbcConnectionDetails database, IntakeProperties intake) {
        return new JdbcTransactionManager(intakeDataSource(database, intake));
    }

    @Bean(defaultCandidate = false)
    HikariDataSource readsDataSource(JdbcConnectionDetails database, ReadProperties reads) {
        return pool(
                "reads",
                database,
                reads.poolSize(),
                reads.connectionTimeout(),
                reads.networkTimeout());
    }
}
