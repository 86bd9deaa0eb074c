package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.localstack.simulator.provider.ProviderSettings.Webhooks;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that fails always: work queues, nothing is declined, and nobody storms it. */
class ProviderOutageIT extends RunningPaymentService {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @AfterEach
    void heal() {
        calm();
    }

    @Test
    void callsAtMostATenthMoreThanArrivesAndDrainsWhenHealed() {
        SIMULATOR.change(outage());
        int before = PROVIDER.calls().size();
        List<UUID> orders = arrive(600, 10, Duration.ofMillis(100));
        await().during(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(PROVIDER.calls().size() - before)
                                .isLessThanOrEqualTo(orders.size() * 11 / 10));
        assertThat(breaker().getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(statuses(orders)).containsOnly("PENDING", "UNKNOWN").contains("PENDING");

        SIMULATOR.change(provider(0, Webhooks.NONE));

        await().atMost(RECOVERY).until(() -> statuses(orders).equals(List.of("CAPTURED")));
        assertThat(orders).allSatisfy(id -> assertThat(events(id)).containsOnlyOnce("captured"));
    }

    /** Too slow a trickle for the breaker to judge: the budget alone holds re-tries back. */
    @Test
    void staysWithinTheBudgetBelowTheBreakersSight() {
        breaker().transitionToDisabledState();
        SIMULATOR.change(outage());
        arrive(60, 1, Duration.ofMillis(50));
        int before = PROVIDER.calls().size();

        List<UUID> orders = arrive(200, 2, Duration.ofMillis(100));
        await().until(() -> statuses(orders).equals(List.of("UNKNOWN")));

        assertThat(PROVIDER.calls().size() - before).isLessThanOrEqualTo(orders.size() * 11 / 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoDoubtWhenThereIsNobodyToConnectTo(boolean cancelled) {
        breaker().transitionToDisabledState();
        PROVIDER.pause();
        UUID orderId = requested("tok_visa");
        await().until(() -> tries(orderId).contains("not sent"));
        if (cancelled) {
            handle(cancel(orderId));
            assertThat(events(orderId)).containsExactly("closed");
        }
        assertThat(status(orderId)).isEqualTo(cancelled ? "VOIDED" : "PENDING");

        PROVIDER.resume();

        if (!cancelled) {
            awaitStatus(orderId, "CAPTURED");
            assertThat(events(orderId)).containsExactly("captured");
        }
    }

    private List<UUID> arrive(int count, int wave, Duration apart) {
        List<UUID> orders = new ArrayList<>();
        await().pollInterval(apart)
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    List<UUID> next = Stream.generate(ids::next).limit(wave).toList();
                    handle(next.stream().map(id -> request(id, "tok_visa")).toList());
                    orders.addAll(next);
                    return orders.size() >= count;
                });
        return orders;
    }

    private List<@Nullable String> statuses(List<UUID> orders) {
        return jdbc.sql("SELECT DISTINCT status FROM payment WHERE order_id = ANY(?)")
                .param(orders.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private List<@Nullable String> tries(UUID orderId) {
        return jdbc.sql("SELECT outcome FROM payment_attempt WHERE provider_key = ?")
                .param(chargeKey(orderId))
                .query(String.class)
                .list();
    }
}
