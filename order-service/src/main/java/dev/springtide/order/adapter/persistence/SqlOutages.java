package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.intake.Outages;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.transaction.TransactionException;

/** Judges by SQLSTATE; a failure without one never reached a statement, so it is an outage. */
public final class SqlOutages implements Outages {

    /** Connection, roll-back, resources (a full disk too), intervention, system. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Lock not available, a server that is a read-only standby now, idle in the transaction. */
    private static final Set<String> STATES = Set.of("55P03", "25006", "25P03");

    @Override
    public boolean isOutage(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null
                        || STATES.contains(state)
                        || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
            }
        }
        return failure instanceof TransactionException;
    }
}
