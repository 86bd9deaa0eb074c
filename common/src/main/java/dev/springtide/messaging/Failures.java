package dev.springtide.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells failures that pass from those that come again with the same record. */
final class Failures {

    /**
     * Classes of SQL states: connection, serialization and deadlock, resources, limits, operator
     * intervention, system and internal errors.
     */
    private static final List<String> TRANSIENT_CLASSES =
            List.of("08", "40", "53", "54", "57", "58", "XX");

    /** Lock not available, read-only after a fail-over, idle too long in a transaction. */
    private static final List<String> TRANSIENT_STATES = List.of("55P03", "25006", "25P03");

    private Failures() {}

    /** Whether the same records may be applied when they are tried again. */
    static boolean isTransient(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return isTransient(sql.getSQLState());
            }
            if (isTransientType(t) || isBrokenConnection(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(String state) {
        return TRANSIENT_STATES.contains(state)
                || TRANSIENT_CLASSES.stream().anyMatch(state::startsWith);
    }

    /** A pool that has closed a broken connection gives no SQL state to what comes after. */
    private static boolean isBrokenConnection(Throwable t) {
        return t instanceof TransactionSystemException
                && t.getCause() instanceof SQLException sql
                && sql.getSQLState() == null;
    }

    private static boolean isTransientType(@Nullable Throwable t) {
        return t instanceof TransientDataAccessException
                || t instanceof RecoverableDataAccessException
                || t instanceof DataAccessResourceFailureException
                || t instanceof CannotCreateTransactionException
                || t instanceof TransactionTimedOutException
                || t instanceof SQLTransientException
                || t instanceof SQLRecoverableException
                || t instanceof InterruptedException;
    }
}
