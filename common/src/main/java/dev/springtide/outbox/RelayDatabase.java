package dev.springtide.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A connection of the relay's own beside the service's pool, so that requests that exhaust the pool
 * do not keep events from leaving. Its plans never scan the outbox in whole.
 *
 * @param jdbc for single statements that each commit by themselves
 */
record RelayDatabase(JdbcTemplate jdbc, Runnable closing) {

    private static final String SETTINGS = "SET enable_seqscan = off";

    /**
     * A pool of one with the settings of the service's pool, or that source itself if it has none.
     */
    static RelayDatabase besides(DataSource dataSource) {
        try {
            if (!dataSource.isWrapperFor(HikariDataSource.class)) {
                return new RelayDatabase(new JdbcTemplate(dataSource), () -> {});
            }
            HikariConfig own = new HikariConfig();
            dataSource.unwrap(HikariDataSource.class).copyStateTo(own);
            own.setPoolName("outbox-relay");
            own.setMaximumPoolSize(1);
            own.setMinimumIdle(1);
            String shared = own.getConnectionInitSql();
            own.setConnectionInitSql(shared == null ? SETTINGS : shared + "; " + SETTINGS);
            own.setInitializationFailTimeout(-1);
            HikariDataSource pool = new HikariDataSource(own);
            return new RelayDatabase(new JdbcTemplate(pool), pool::close);
        } catch (SQLException e) {
            throw new IllegalStateException("The data source cannot be looked into", e);
        }
    }

    void close() {
        closing.run();
    }
}
