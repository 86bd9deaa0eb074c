package dev.springtide.payment.adapter.persistence;

import static java.util.stream.Collectors.groupingBy;

import dev.springtide.payment.application.PaymentCases;
import dev.springtide.payment.domain.Operation;
import dev.springtide.payment.domain.Payment;
import dev.springtide.payment.domain.PaymentCase;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Locks are taken in one order by everybody: payments by order id, then their operations. A claim
 * locks operations alone and waits for nobody.
 */
@Repository
class JdbcPaymentCases implements PaymentCases {

    private static final String LOCK_PAYMENTS =
            "SELECT "
                    + PaymentRows.PAYMENT
                    + " FROM payment WHERE order_id = ANY(?) ORDER BY order_id FOR UPDATE";

    private static final String LOCK_OPERATIONS =
            "SELECT "
                    + PaymentRows.OPERATION
                    + """
                      FROM payment_operation WHERE order_id = ANY(?)
                     ORDER BY order_id, provider_key FOR UPDATE
                    """;

    private static final String INSERT_PAYMENTS =
            """
            INSERT INTO payment (order_id, amount_minor, token, status, captured_minor,
                   refunded_minor, cancel_requested, closed_as, decline_code, asked_version,
                   repeats, version, id, customer_id, currency, traceparent)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id) DO NOTHING
            """;

    private static final String UPDATE_PAYMENTS =
            """
            UPDATE payment p
               SET amount_minor = n.amount_minor, token = n.token, status = n.status,
                   captured_minor = n.captured_minor, refunded_minor = n.refunded_minor,
                   cancel_requested = n.cancel_requested, closed_as = n.closed_as,
                   decline_code = n.decline_code, asked_version = n.asked_version,
                   repeats = n.repeats, version = n.version,
                   updated_at = clock_timestamp()
              FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   AS n(order_id, amount_minor, token, status, captured_minor, refunded_minor,
                        cancel_requested, closed_as, decline_code, asked_version, repeats, version)
             WHERE p.order_id = n.order_id
            """;

    private static final String INSERT_OPERATIONS =
            """
            INSERT INTO payment_operation (provider_key, order_id, kind, refund_id, amount_minor,
                   currency, status, refusal, in_doubt, attempts, next_attempt_at)
            SELECT *, false, 0, clock_timestamp() FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE_OPERATIONS =
            """
            UPDATE payment_operation o
               SET status = n.status, refusal = n.refusal, in_doubt = n.in_doubt,
                   lease_owner = CASE WHEN n.leased THEN o.lease_owner END,
                   lease_until = CASE WHEN n.leased THEN o.lease_until END,
                   next_attempt_at = coalesce(
                       clock_timestamp() + n.wait_millis * interval '1 millisecond',
                       o.next_attempt_at),
                   updated_at = clock_timestamp()
              FROM unnest(?, ?, ?, ?, ?, ?)
                   AS n(provider_key, status, refusal, in_doubt, leased, wait_millis)
             WHERE o.provider_key = n.provider_key
            """;

    private final JdbcTemplate jdbc;

    JdbcPaymentCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, PaymentCase> lock(Collection<UUID> orderIds) {
        Columns<UUID> ids = Columns.<UUID>of(orderIds).uuid(id -> id);
        List<Payment> payments = ids.query(jdbc, LOCK_PAYMENTS, PaymentRows::payment);
        Map<UUID, List<Operation>> operations =
                Columns.of(payments)
                        .uuid(Payment::orderId)
                        .query(jdbc, LOCK_OPERATIONS, PaymentRows::operation)
                        .stream()
                        .collect(groupingBy(Operation::orderId));
        Map<UUID, PaymentCase> cases = new LinkedHashMap<>();
        for (Payment payment : payments) {
            List<Operation> own = operations.getOrDefault(payment.orderId(), List.of());
            cases.put(payment.orderId(), PaymentCase.of(payment, own));
        }
        return cases;
    }

    @Override
    public void save(Collection<PaymentCase> cases) {
        insert(
                cases.stream()
                        .filter(PaymentCase::isNew)
                        .map(PaymentCase::payment)
                        .sorted(Comparator.comparing(Payment::orderId))
                        .toList());
        update(
                cases.stream()
                        .filter(file -> !file.isNew() && file.paymentChanged())
                        .map(PaymentCase::payment)
                        .toList());
        insertOperations(cases.stream().flatMap(f -> f.addedOperations().stream()).toList());
        updateOperations(cases.stream().flatMap(f -> f.changedOperations().stream()).toList());
    }

    private void insert(List<Payment> payments) {
        int inserted =
                state(payments)
                        .uuid(Payment::id)
                        .text(Payment::customerId)
                        .text(p -> p.amount().currency().getCurrencyCode())
                        .text(Payment::traceparent)
                        .update(jdbc, INSERT_PAYMENTS);
        if (inserted < payments.size()) {
            throw new OptimisticLockingFailureException("somebody else opened a payment");
        }
    }

    private void update(List<Payment> payments) {
        state(payments).update(jdbc, UPDATE_PAYMENTS);
    }

    /** Whose it is, and what may change. */
    private static Columns<Payment> state(List<Payment> payments) {
        return Columns.<Payment>of(payments)
                .uuid(Payment::orderId)
                .bigint(p -> p.amount().minor())
                .text(Payment::token)
                .name(Payment::status)
                .bigint(Payment::capturedMinor)
                .bigint(Payment::refundedMinor)
                .bool(Payment::cancelRequested)
                .name(Payment::closedAs)
                .text(Payment::declineCode)
                .bigint(p -> p.asked().latest())
                .integer(p -> p.asked().repeats())
                .bigint(Payment::version);
    }

    private void insertOperations(List<Operation> operations) {
        Columns.of(operations)
                .text(Operation::providerKey)
                .uuid(Operation::orderId)
                .name(Operation::kind)
                .uuid(Operation::refundId)
                .bigint(o -> o.amount().minor())
                .text(o -> o.amount().currency().getCurrencyCode())
                .name(Operation::status)
                .text(Operation::refusal)
                .update(jdbc, INSERT_OPERATIONS);
    }

    private void updateOperations(List<Operation> operations) {
        Columns.of(operations)
                .text(Operation::providerKey)
                .name(Operation::status)
                .text(Operation::refusal)
                .bool(Operation::inDoubt)
                .bool(Operation::leased)
                .bigint(o -> {
                    Duration wait = o.nextTryIn();
                    return wait == null ? null : wait.toMillis();
                })
                .update(jdbc, UPDATE_OPERATIONS);
    }
}
