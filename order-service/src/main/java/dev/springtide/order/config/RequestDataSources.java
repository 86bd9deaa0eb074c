package dev.springtide.order.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
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

    /** Whole seconds are the driver's unit, and it is the least. */
    private static final int CONNECT_SECONDS = 1;

    private final @Nullable String settings;

    /**
     * @param dataSource the service's pool: whatever is set on its connections, these have too
     */
    RequestDataSources(HikariDataSource dataSource) {
        this.settings = dataSource.getConnectionInitSql();
    }

    @Bean(defaultCandidate = false)
    HikariDataSource intakeDataSource(JdbcConnectionDetails database, IntakeProperties intake) {
        return pool(
                "intake",
                impatient("intake", database, intake.networkTimeout()),
                intake.lanes(),
                intake.connectionTimeout());
    }

    @Bean(defaultCandidate = false)
    JdbcTransactionManager intakeTransactionManager(
            @Qualifier("intakeDataSource") DataSource intake) {
        return new JdbcTransactionManager(intake);
    }

    @Bean(defaultCandidate = false)
    JdbcTemplate intakeJdbc(@Qualifier("intakeDataSource") DataSource intake) {
        return new JdbcTemplate(intake);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource readsDataSource(JdbcConnectionDetails database, ReadProperties reads) {
        return pool(
                "reads",
                impatient("reads", database, reads.networkTimeout()),
                reads.poolSize(),
                reads.connectionTimeout());
    }

    @Bean(defaultCandidate = false)
    JdbcClient readsJdbc(@Qualifier("readsDataSource") DataSource reads) {
        return JdbcClient.create(reads);
    }

    /** Cancellations, refunds and shipments are few: they share the connections of the reads. */
    @Bean(defaultCandidate = false)
    JdbcTransactionManager commandsTransactionManager(
            @Qualifier("readsDataSource") DataSource reads) {
        return new JdbcTransactionManager(reads);
    }

    @Bean(defaultCandidate = false)
    JdbcTemplate commandsJdbc(@Qualifier("readsDataSource") DataSource reads) {
        return new JdbcTemplate(reads);
    }

    private static DataSource impatient(
            String name, JdbcConnectionDetails database, Duration networkTimeout) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(database.getJdbcUrl());
        postgres.setUser(database.getUsername());
        postgres.setPassword(database.getPassword());
        postgres.setApplicationName("order-service-" + name);
        postgres.setConnectTimeout(CONNECT_SECONDS);
        postgres.setTcpKeepAlive(true);
        return new ImpatientDataSource(postgres, networkTimeout);
    }

    private HikariDataSource pool(
            String name, DataSource connections, int size, Duration connectionTimeout) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setConnectionInitSql(settings);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(connectionTimeout.toMillis());
        config.setValidationTimeout(connectionTimeout.toMillis());
        return new HikariDataSource(config);
    }
}
