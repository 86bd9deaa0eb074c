package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.audit.Invariant;
import dev.springtide.id.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants of this database hold after every kind of life, and each breach is found. */
class InvariantsIT extends RunningPaymentService {

    @Test
    void holdAfterEveryKindOfLife() {
        UUID declined = requested("tok_declined");
        awaitStatus(declined, "DECLINED");
        handle(request(declined, "tok_declined", 2));
        UUID refunded = refunded();
        handle(refund(refunded, ids.next(), "99.00", 4));
        handle(request(refunded, "tok_visa", 5));
        UUID given = refunded();
        handle(cancel(given, 4));
        UUID voided = captured();
        handle(cancel(voided, 2));
        UUID tombstone = ids.next();
        handle(cancel(tombstone, 2));
        handle(cancel(tombstone, 3));
        List.of(given, voided).forEach(this::awaitClosed);

        for (UUID orderId : List.of(declined, refunded, given, voided, tombstone)) {
            assertThat(breaches("money", orderId, longAgo())).isEmpty();
            assertThat(breaches("events", orderId, longAgo())).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    money  | UPDATE payment SET refunded_minor = 2000 WHERE order_id = :order
                    money  | UPDATE payment SET captured_minor = 2999 WHERE order_id = :order
                    money  | UPDATE payment SET closed_as = 'NEVER_CHARGED' WHERE order_id = :order
                    money  | UPDATE payment SET status = 'VOIDED' WHERE order_id = :order
                    money  | UPDATE payment SET captured_minor = 0, refunded_minor = 0 WHERE order_id = :order
                    money  | UPDATE payment_operation SET kind = 'CHARGE' WHERE order_id = :order
                    money  | DELETE FROM payment_operation WHERE order_id = :order
                    events | DELETE FROM outbox WHERE aggregate_id = :order::text AND type LIKE '%.captured.v1'
                    events | DELETE FROM outbox WHERE aggregate_id = :order::text AND type LIKE '%.refund-succeeded.v1'
                    events | UPDATE payment SET version = version + 1 WHERE order_id = :order
                    events | UPDATE payment SET repeats = repeats + 1 WHERE order_id = :order
                    events | DELETE FROM payment WHERE order_id = :order
                    """)
    void areBreachedBy(String invariant, String sabotage) {
        UUID orderId = refunded();
        transactions.executeWithoutResult(status -> {
            assertThat(jdbc.sql(sabotage).param("order", orderId).update()).isPositive();
            assertThat(breaches(invariant, orderId, longAgo())).hasSize(1);
            assertThat(breaches(invariant, orderId, Instant.now().plusSeconds(60))).isEmpty();
            status.setRollbackOnly();
        });
    }

    private UUID refunded() {
        UUID orderId = captured();
        handle(refund(orderId, ids.next(), "10.00", 3));
        awaitStatus(orderId, "PARTIALLY_REFUNDED");
        return orderId;
    }

    /** Of one order: other tests share the database. */
    private List<Invariant.Breach> breaches(String invariant, UUID orderId, Instant since) {
        return Invariant.named(invariant)
                .breaches(jdbc, UuidV7.lowest(since), Integer.MAX_VALUE)
                .stream()
                .filter(breach -> breach.subject().equals(orderId.toString()))
                .toList();
    }

    private static Instant longAgo() {
        return Instant.now().minus(Duration.ofDays(1));
    }
}
