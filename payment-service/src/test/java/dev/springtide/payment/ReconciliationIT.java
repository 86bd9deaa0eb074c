package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.springtide.id.UuidV7;
import dev.springtide.payment.application.PaymentProvider;
import dev.springtide.payment.application.ProviderStatement;
import dev.springtide.payment.application.ReceiveProviderEvent;
import dev.springtide.payment.application.ReconcileHandler;
import dev.springtide.payment.application.ReconciliationBooks;
import dev.springtide.payment.application.UnclearAnswerException;
import dev.springtide.payment.domain.ProviderKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The provider's list against our records, with the real provider simulator. */
class ReconciliationIT extends RunningPaymentService {

    @Autowired ProviderStatement statement;
    @Autowired ReconciliationBooks books;
    @Autowired ReceiveProviderEvent events;
    @Autowired PaymentProvider provider;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void catchUp() {
        reconcile();
        meters.clear();
    }

    @AfterEach
    void heal() {
        breaker().reset();
    }

    @Test
    void agreesAfterOrdinaryLives() {
        UUID cancelled = captured();
        handle(refund(cancelled, ids.next(), "10.00"));
        awaitStatus(cancelled, "PARTIALLY_REFUNDED");
        handle(cancel(cancelled));
        awaitClosed(cancelled);
        UUID voided = captured();
        handle(cancel(voided));
        awaitClosed(voided);
        UUID declined = requested("tok_declined");
        awaitStatus(declined, "DECLINED");
        captured();

        reconcile();

        assertThat(lines("matched")).isGreaterThanOrEqualTo(7);
        assertThat(lines("unexplained") + lines("news") + lines("given back")).isZero();
    }

    @Test
    void givesALateSuccessOfACancelledOrderBack() {
        UUID orderId = endedWithoutCharge();
        charge(chargeKey(orderId), orderId.toString(), "30.00");
        assertThat(kept(orderId)).isEqualTo(3000);

        reconcile();
        reconcile();

        assertThat(kept(orderId)).isZero();
        assertThat(LEDGER.of(orderId)).hasSize(2);
        assertThat(lines("given back")).isEqualTo(1);
        assertThat(events(orderId)).containsExactly("closed");
        assertThat(lines("unexplained")).isZero();
    }

    @Test
    void reportsALateSuccessThatTheProviderDoesNotGiveBack() {
        UUID orderId = endedWithoutCharge();
        charge(chargeKey(orderId), orderId.toString(), "30.00");
        LEDGER.post(
                "/v1/refunds",
                "by-hand-" + orderId,
                """
                {"chargeKey":"%s","amount":{"amount":"10.00","currency":"EUR"}}
                """
                        .formatted(chargeKey(orderId)));

        reconcile();

        assertThat(differences(chargeKey(orderId))).isEqualTo(1);
        assertThat(differences("by-hand-" + orderId)).isEqualTo(1);
        assertThat(kept(orderId)).isEqualTo(2000);
    }

    @Test
    void learnsOfAChargeWhoseAnswerNobodyHeard() {
        holdBack();
        UUID orderId = requested("tok_visa");
        charge(chargeKey(orderId), orderId.toString(), "30.00");

        reconcile();

        assertThat(status(orderId)).isEqualTo("CAPTURED");
        assertThat(events(orderId)).containsExactly("captured");
        assertThat(lines("news")).isEqualTo(1);
        assertThat(LEDGER.of(orderId)).hasSize(1);
    }

    @Test
    void neverTouchesAForeignCharge() {
        String foreign = "shop-7-" + UUID.randomUUID();
        charge(foreign, "their-order-1", "30.00");

        reconcile();

        assertThat(lines("foreign")).isEqualTo(1);
        assertThat(lines("unexplained")).isZero();
        assertThat(entries(foreign)).containsExactly("captured");
        assertThat(PROVIDER.calls(foreign)).isEmpty();
    }

    @Test
    void onlyReportsWhatLooksLikeOursButIsNot() {
        UUID orderId = endedWithoutCharge();
        String unknown = ProviderKeys.charge(UUID.randomUUID());
        charge(unknown, UUID.randomUUID().toString(), "30.00");
        String ofOurOrder = "shop-7-" + UUID.randomUUID();
        charge(ofOurOrder, orderId.toString(), "30.00");
        charge(chargeKey(orderId), UUID.randomUUID().toString(), "30.00");
        UUID other = endedWithoutCharge();
        charge(chargeKey(other), other.toString(), "29.99");

        reconcile();

        assertThat(lines("unexplained")).isEqualTo(4);
        assertThat(lines("given back")).isZero();
        for (String key : List.of(unknown, ofOurOrder, chargeKey(orderId), chargeKey(other))) {
            assertThat(entries(key)).containsExactly("captured");
            assertThat(differences(key)).isEqualTo(1);
        }
    }

    /** Of an order that has just become old enough to be looked for. */
    @Test
    void reportsACaptureThatTheProviderDoesNotKnow() {
        Clock anHourAgo =
                Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1).minus(Duration.ofHours(1)));
        UUID orderId = endedWithoutCharge(new UuidV7(anHourAgo).next());
        books(orderId, "CAPTURED", 3000, "");

        await().until(() -> {
            reconcile();
            return differences(chargeKey(orderId)) == 1;
        });

        // As it was, for the other tests on this database.
        books(orderId, "VOIDED", 0, "NEVER_CHARGED");
    }

    @Test
    void waitsForYoungLinesAndGoesOnWhereItStopped() {
        UUID orderId = endedWithoutCharge();
        charge(chargeKey(orderId), orderId.toString(), "30.00");
        long position = books.position();

        new ReconcileHandler(
                        statement,
                        books,
                        events,
                        provider,
                        meters,
                        Clock.systemUTC(),
                        Duration.ofMinutes(2))
                .run();
        assertThat(books.position()).isEqualTo(position);
        assertThat(kept(orderId)).isEqualTo(3000);

        SIMULATOR.change(outage());
        assertThatExceptionOfType(UnclearAnswerException.class).isThrownBy(this::reconcile);
        assertThat(books.position()).isEqualTo(position);

        calm();
        await().ignoreExceptions()
                .until(() -> {
                    reconcile();
                    return kept(orderId) == 0;
                });
    }

    /** Cancelled before its charge ever left: what is charged under its key is taken in vain. */
    private UUID endedWithoutCharge() {
        return endedWithoutCharge(ids.next());
    }

    private UUID endedWithoutCharge(UUID orderId) {
        holdBack();
        handle(request(orderId, "tok_visa"));
        handle(cancel(orderId));
        assertThat(status(orderId)).isEqualTo("VOIDED");
        breaker().reset();
        return orderId;
    }

    private void books(UUID orderId, String status, int captured, String closedAs) {
        jdbc.sql(
                        """
                        UPDATE payment SET status = ?, captured_minor = ?, closed_as = nullif(?, '') WHERE order_id = ?
                        """)
                .params(status, captured, closedAs, orderId)
                .update();
    }

    private static void charge(String key, String reference, String amount) {
        assertThat(
                        LEDGER.post(
                                "/v1/charges",
                                key,
                                """
                                {"amount":{"amount":"%s","currency":"EUR"},"token":"tok_visa","reference":"%s"}
                                """
                                        .formatted(amount, reference)))
                .contains("captured");
    }

    /** What the provider's list says of a charge. */
    private static List<String> entries(String chargeKey) {
        return LEDGER.entries().stream()
                .filter(entry -> entry.chargeKey().equals(chargeKey))
                .map(ProviderLedger.Entry::status)
                .toList();
    }

    private void reconcile() {
        reconciler(Clock.fixed(Instant.now().plusSeconds(5), ZoneOffset.UTC)).run();
    }

    private ReconcileHandler reconciler(Clock clock) {
        return new ReconcileHandler(
                statement, books, events, provider, meters, clock, Duration.ZERO);
    }

    private double lines(String outcome) {
        return meters.get("payment.reconciled").tag("outcome", outcome).counter().count();
    }

    private int differences(String key) {
        return jdbc.sql("SELECT count(*) FROM reconciliation_difference WHERE provider_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }
}
