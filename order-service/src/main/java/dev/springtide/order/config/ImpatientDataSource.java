package dev.springtide.order.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives connections that stop waiting for an answer of the database after a while. */
final class ImpatientDataSource extends DelegatingDataSource {

    private final int millis;

    ImpatientDataSource(DataSource target, Duration networkTimeout) {
        super(target);
        this.millis = Math.toIntExact(networkTimeout.toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, millis);
        return connection;
    }
}
