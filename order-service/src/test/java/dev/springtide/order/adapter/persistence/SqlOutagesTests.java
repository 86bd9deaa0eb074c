package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class SqlOutagesTests {

    private final SqlOutages outages = new SqlOutages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08003", "57P01", "57P03", "40001", "58030", "25006", "25P03", "55P03"
            })
    void takesALostServerForAnOutage(String state) {
        assertThat(outages.isOutage(failure(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "53300"})
    void takesAFullDiskAndItsLikeForAnOutage(String state) {
        assertThat(outages.isOutage(failure(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "23505", "42601"})
    void doesNotTakeABadRequestForAnOutage(String state) {
        assertThat(outages.isOutage(failure(new SQLException("", state)))).isFalse();
    }

    @Test
    void takesWhatNeverReachedTheDatabaseForAnOutage() {
        assertThat(outages.isOutage(failure(new SQLTransientConnectionException()))).isTrue();
        assertThat(outages.isOutage(new CannotCreateTransactionException(""))).isTrue();
        assertThat(outages.isOutage(new IllegalStateException())).isFalse();
    }

    private static RuntimeException failure(SQLException cause) {
        return new DataIntegrityViolationException("", cause);
    }
}
