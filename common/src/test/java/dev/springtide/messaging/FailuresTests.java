package dev.springtide.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class FailuresTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53300", "57P01", "55P03"})
    void passWithTheTroubleOfTheDatabase(String state) {
        assertThat(Failures.isTransient(failed(new SQLException("away", state)))).isTrue();
    }

    /**
     * The database was killed in the middle of a wave, and the roll-back met a closed connection.
     */
    @Test
    void passWithARollBackOnAClosedConnection() {
        assertThat(Failures.isTransient(failed(new SQLException("Connection is closed")))).isTrue();
    }

    @Test
    void comeAgainWhenTheRecordItselfIsRefused() {
        assertThat(Failures.isTransient(failed(new SQLException("duplicate", "23505")))).isFalse();
        assertThat(Failures.isTransient(new DataIntegrityViolationException("null"))).isFalse();
        assertThat(Failures.isTransient(new IllegalStateException("bad"))).isFalse();
    }

    private static TransactionSystemException failed(SQLException cause) {
        return new TransactionSystemException("JDBC rollback failed", cause);
    }
}
