package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.payment.application.ClaimedOperation;
import dev.springtide.payment.application.OperationQueue;
import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.application.SettlementWriter;
import dev.springtide.payment.domain.ProviderAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Workers that die or stall after their claim; the breaker keeps the service's own hands still. */
class LeaseIT extends RunningPaymentService {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Autowired OperationQueue queue;
    @Autowired SettlementWriter writer;

    private final Queue<ClaimedOperation> claims = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void stillHands() {
        holdBack();
    }

    /** Claims take what other tests left behind, too: nobody is to wait for the end of a lease. */
    @AfterEach
    void moveOn() {
        claims.forEach(claim -> settle(claim, new ProviderAnswer.NeverLeft("end of test")));
        breaker().reset();
    }

    @Test
    void claimsNothingThatTheBreakerWouldTurnAway() {
        UUID orderId = requested("tok_visa");

        await().during(Duration.ofMillis(500)).until(() -> tries(orderId) == 0);
    }

    @Test
    void storesTheTryBeforeAnybodyCalls() {
        UUID orderId = requested("tok_visa");

        ClaimedOperation claimed = claim(orderId, LONG);

        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(tries(orderId)).isEqualTo(1);
    }

    @Test
    void handsAnOperationToOneWorkerOnly() throws Exception {
        List<UUID> orders = IntStream.range(0, 200).mapToObj(i -> ids.next()).toList();
        handle(orders.stream().map(id -> request(id, "tok_visa")).toList());
        List<ClaimedOperation> claimed = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
            List<Future<List<ClaimedOperation>>> claims =
                    workers.invokeAll(Collections.nCopies(8, () -> claimAny(50, false, LONG)));
            for (Future<List<ClaimedOperation>> claim : claims) {
                claimed.addAll(claim.get());
            }
        }

        assertThat(claimed)
                .extracting(ClaimedOperation::providerKey)
                .hasSizeGreaterThanOrEqualTo(150)
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotTakeOverALeaseThatEnded() {
        UUID orderId = requested("tok_visa");
        claim(orderId, Duration.ZERO);

        assertThat(claim(orderId, false, LONG)).isNull();
    }

    @Test
    void makesADoubtOfALeaseThatEnded() {
        UUID orderId = requested("tok_visa");

        ClaimedOperation dead = claim(orderId, SHORT);

        awaitStatus(orderId, "UNKNOWN");
        assertThat(events(orderId)).containsExactly("in-doubt");
        assertThat(claimAny(1000, false, LONG))
                .extracting(ClaimedOperation::providerKey)
                .doesNotContain(dead.providerKey());
    }

    @Test
    void asksBeforeItTriesAgain() {
        UUID orderId = requested("tok_visa");
        ClaimedOperation dead = claim(orderId, SHORT);
        awaitStatus(orderId, "UNKNOWN");

        breaker().reset();
        awaitStatus(orderId, "CAPTURED");

        String key = dead.providerKey();
        assertThat(PROVIDER.calls(key))
                .containsExactly("GET /v1/charges/" + key, "POST /v1/charges " + key);
    }

    @Test
    void findsWhatTheDeadWorkerHadCharged() {
        UUID orderId = requested("tok_visa");
        ClaimedOperation dead = claim(orderId, SHORT);
        charge(dead);
        awaitStatus(orderId, "UNKNOWN");

        breaker().reset();
        awaitStatus(orderId, "CAPTURED");

        assertThat(events(orderId)).containsExactly("in-doubt", "captured");
        assertThat(LEDGER.of(orderId)).hasSize(1);
    }

    @Test
    void takesTheLateResultOfAStalledWorkerByItsFacts() {
        UUID orderId = requested("tok_visa");
        ClaimedOperation stalled = claim(orderId, SHORT);
        awaitStatus(orderId, "UNKNOWN");
        ClaimedOperation second =
                await().until(() -> claim(orderId, true, LONG), claimed -> claimed != null);

        settle(stalled, new ProviderAnswer.NeverLeft("late"));
        settle(stalled, new ProviderAnswer.InDoubt("late"));
        assertThat(leased(second)).isTrue();

        settle(stalled, new ProviderAnswer.Captured());
        settle(second, new ProviderAnswer.Captured());
        settle(second, new ProviderAnswer.InDoubt("later still"));

        assertThat(status(orderId)).isEqualTo("CAPTURED");
        assertThat(events(orderId)).containsExactly("in-doubt", "captured");
    }

    @Test
    void closesACancelledChargeOfADeadWorkerThroughTheVoid() {
        UUID orderId = requested("tok_visa");
        ClaimedOperation dead = claim(orderId, LONG);
        handle(cancel(orderId));
        assertThat(events(orderId)).isEmpty();

        breaker().reset();
        awaitClosed(orderId);
        charge(dead);

        assertThat(events(orderId)).containsExactly("closed");
        assertThat(kept(orderId)).isZero();
    }

    private int tries(UUID orderId) {
        return jdbc.sql("SELECT count(*) FROM payment_attempt WHERE provider_key = ?")
                .param(chargeKey(orderId))
                .query(Integer.class)
                .single();
    }

    private ClaimedOperation claim(UUID orderId, Duration lease) {
        ClaimedOperation claimed = claim(orderId, false, lease);
        assertThat(claimed).isNotNull();
        return Objects.requireNonNull(claimed);
    }

    private @Nullable ClaimedOperation claim(UUID orderId, boolean inDoubt, Duration lease) {
        return claimAny(1000, inDoubt, lease).stream()
                .filter(operation -> operation.orderId().equals(orderId))
                .findFirst()
                .orElse(null);
    }

    private List<ClaimedOperation> claimAny(int atMost, boolean inDoubt, Duration lease) {
        List<ClaimedOperation> claimed = queue.claim(atMost, inDoubt, lease);
        claims.addAll(claimed);
        return claimed;
    }

    /** Past the breaker, as a worker that had its permit before. */
    private void charge(ClaimedOperation operation) {
        String body =
                """
                {"amount":{"amount":"30.00","currency":"EUR"},"token":"tok_visa","reference":"%s"}
                """
                        .formatted(operation.orderId());
        LEDGER.post("/v1/charges", operation.providerKey(), body);
    }

    private void settle(ClaimedOperation operation, ProviderAnswer answer) {
        writer.submit(
                        new CallResult(
                                operation.orderId(),
                                operation.providerKey(),
                                operation.attempt(),
                                answer,
                                Duration.ZERO))
                .join();
    }

    private boolean leased(ClaimedOperation operation) {
        return jdbc.sql(
                        "SELECT lease_owner IS NOT NULL FROM payment_operation WHERE provider_key = ?")
                .param(operation.providerKey())
                .query(Boolean.class)
                .single();
    }
}
