package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.TestFigures;
import dev.springtide.payment.application.PaymentCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that orders ever wanted comes again, three times, shuffled and doubled: no payment
 * changes and nobody is charged. In full with {@code -Dspringtide.full=true}.
 */
class PaymentReplayIT extends RunningPaymentService {

    private static final int PAYMENTS = Boolean.getBoolean("springtide.full") ? 5_000 : 200;
    private static final long SEED = Long.getLong("springtide.seed", System.nanoTime());
    private static final int ROUNDS = 3;

    private final Random random = new Random(SEED);
    private final List<PaymentCommand> history = new ArrayList<>();

    @Test
    void changesNothingWhenEverythingComesAgain() {
        System.out.printf("PaymentReplayIT: springtide.seed=%d, %d payments%n", SEED, PAYMENTS);
        List<UUID> orders = Stream.generate(ids::next).limit(PAYMENTS).toList();
        live(orders);
        String before = state(orders);
        long lines = lines(orders);

        int changes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<PaymentCommand> again = new ArrayList<>(history);
            again.addAll(history.stream().filter(_ -> random.nextBoolean()).toList());
            Collections.shuffle(again, random);
            deliver(again);
            changes += state(orders).equals(before) ? 0 : 1;
        }

        long more = lines(orders) - lines;
        TestFigures.of(getClass(), SEED)
                .add("payments", PAYMENTS)
                .add("events", history.size())
                .add("replays", ROUNDS)
                .add("replays that changed payments or events", changes)
                .add("lines more in the provider's books", more)
                .write();
        assertThat(state(orders)).isEqualTo(before);
        assertThat(changes).isZero();
        assertThat(more).isZero();
    }

    /** Captured, declined, refunded in part or cancelled. */
    private void live(List<UUID> orders) {
        List<PaymentCommand> requests = new ArrayList<>();
        List<PaymentCommand> later = new ArrayList<>();
        for (UUID order : orders) {
            int fate = random.nextInt(4);
            requests.add(request(order, fate == 0 ? "tok_declined" : "tok_visa", 2));
            if (fate == 1) {
                later.add(refund(order, ids.next(), "10.00", 5));
            } else if (fate == 2) {
                later.add(cancel(order, 3));
            }
        }
        history.addAll(requests);
        history.addAll(later);
        deliver(requests);
        awaitDone(orders);
        deliver(later);
        awaitDone(orders);
    }

    /** As from the topic: of one order one at a time. */
    private void deliver(List<PaymentCommand> all) {
        List<PaymentCommand> wave = new ArrayList<>();
        Set<UUID> inWave = new HashSet<>();
        for (PaymentCommand command : all) {
            if (!inWave.add(command.orderId())) {
                handle(wave);
                wave.clear();
                inWave.clear();
                inWave.add(command.orderId());
            }
            wave.add(command);
        }
        handle(wave);
    }

    private void awaitDone(List<UUID> orders) {
        await().atMost(PATIENCE.plusSeconds(PAYMENTS / 50))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        jdbc.sql(
                                                "SELECT count(*) FROM payment_operation WHERE"
                                                        + " status = 'DUE' AND order_id = ANY(?)")
                                        .param(orders.toArray(UUID[]::new))
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    /** Charges, voids and refunds that the provider knows of. */
    private static long lines(List<UUID> orders) {
        Set<String> references = orders.stream().map(UUID::toString).collect(Collectors.toSet());
        return LEDGER.entries().stream()
                .filter(entry -> references.contains(entry.reference()))
                .count();
    }

    /** Every row about these orders, and how many events they were answered with. */
    private String state(List<UUID> orders) {
        UUID[] all = orders.toArray(UUID[]::new);
        return jdbc.sql(
                        """
                        SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
                            SELECT 'p' || p::text AS line FROM payment p WHERE order_id = ANY(?)
                            UNION ALL SELECT 'o' || o::text FROM payment_operation o WHERE order_id = ANY(?)
                            UNION ALL SELECT 'e' || count(*) FROM outbox
                                       WHERE aggregate_id = ANY(?::uuid[]::text[])) AS state
                        """)
                .param(all)
                .param(all)
                .param(all)
                .query(String.class)
                .single();
    }
}
