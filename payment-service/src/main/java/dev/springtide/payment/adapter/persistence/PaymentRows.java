package dev.springtide.payment.adapter.persistence;

import dev.springtide.money.Money;
import dev.springtide.payment.domain.Asked;
import dev.springtide.payment.domain.CloseOutcome;
import dev.springtide.payment.domain.Operation;
import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.OperationStatus;
import dev.springtide.payment.domain.Payment;
import dev.springtide.payment.domain.PaymentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;

/** Rows as domain objects. */
final class PaymentRows {

    /** What {@link #payment} reads. */
    static final String PAYMENT =
            """
            order_id, id, customer_id, amount_minor, currency, token, status, captured_minor,
            refunded_minor, cancel_requested, closed_as, decline_code, traceparent, asked_version,
            repeats, version
            """;

    /** What {@link #operation} reads. */
    static final String OPERATION =
            """
            provider_key, order_id, kind, refund_id, amount_minor, currency, status, in_doubt,
            attempts, lease_owner, refusal
            """;

    private PaymentRows() {}

    static Payment payment(ResultSet row, int number) throws SQLException {
        String closedAs = row.getString("closed_as");
        return new Payment(
                uuid(row, "order_id"),
                uuid(row, "id"),
                row.getString("customer_id"),
                money(row, "amount_minor"),
                row.getString("token"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("captured_minor"),
                row.getLong("refunded_minor"),
                row.getBoolean("cancel_requested"),
                closedAs == null ? null : CloseOutcome.valueOf(closedAs),
                row.getString("decline_code"),
                row.getString("traceparent"),
                new Asked(row.getLong("asked_version"), row.getInt("repeats")),
                row.getLong("version"));
    }

    static Operation operation(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getString("provider_key"),
                uuid(row, "order_id"),
                OperationKind.valueOf(row.getString("kind")),
                row.getObject("refund_id", UUID.class),
                money(row, "amount_minor"),
                OperationStatus.valueOf(row.getString("status")),
                row.getBoolean("in_doubt"),
                row.getInt("attempts"),
                row.getString("lease_owner") != null,
                null,
                row.getString("refusal"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }
}
