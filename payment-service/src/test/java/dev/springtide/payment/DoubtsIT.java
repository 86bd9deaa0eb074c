package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.TestFigures;
import dev.springtide.localstack.simulator.provider.ProviderSettings;
import dev.springtide.localstack.simulator.provider.ProviderSettings.Webhooks;
import dev.springtide.payment.application.PaymentCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * At most one net capture per order while the provider misbehaves: 10 % time out after charging, 10
 * % before, 5 % answer 500 after charging, webhooks are duplicated and reordered, events are
 * delivered twice and in every tenth order a cancellation comes at some moment.
 *
 * <p>The full run, 20,000 payments: {@code ./mvnw -pl payment-service -am verify -Dit.test=DoubtsIT
 * -Dfailsafe.failIfNoSpecifiedTests=false -Dsurefire.failIfNoSpecifiedTests=false
 * -Dspringtide.doubts.payments=20000}. A run is repeated with {@code -Dspringtide.doubts.seed}.
 */
class DoubtsIT extends RunningPaymentService {

    private static final int PAYMENTS = Integer.getInteger("springtide.doubts.payments", 400);
    private static final long SEED = Long.getLong("springtide.doubts.seed", System.nanoTime());
    private static final int WAVE = 100;
    private static final Duration LONGEST_DOUBT = Duration.ofMinutes(2);

    private final Random random = new Random(SEED);

    private record Row(UUID orderId, String status, long kept, boolean closed) {}

    @Test
    void keepsTheProvidersBooksAndOursTheSame() {
        System.out.printf("%d payments, seed %d%n", PAYMENTS, SEED);
        SIMULATOR.change(
                new ProviderSettings(20, 0.1, 0.1, 0.05, Webhooks.ALL, 0.5, true, false, SEED));
        List<UUID> orders = Stream.generate(ids::next).limit(PAYMENTS).toList();
        Set<UUID> cancelled = new HashSet<>();
        for (int from = 0; from < PAYMENTS; from += WAVE) {
            List<UUID> wave = orders.subList(from, Math.min(from + WAVE, PAYMENTS));
            List<PaymentCommand> requests =
                    wave.stream().<PaymentCommand>map(id -> request(id, token())).toList();
            handle(requests);
            handle(requests);
            List<UUID> given = orders.subList(0, from + wave.size());
            cancelSome(given, wave.size() / 10, cancelled);
        }
        cancelSome(orders, PAYMENTS / 50, cancelled);
        Instant last = Instant.now();

        await().atMost(LONGEST_DOUBT.plusSeconds(PAYMENTS / 50))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> open(orders) == 0);

        long settled = since(last);
        System.out.printf("settled %d ms after the last event%n", settled);
        handle(cancelled.stream().map(RunningPaymentService::cancel).toList());
        report(orders, cancelled, settled);
        assertBooks(orders, cancelled);
    }

    private void report(List<UUID> orders, Set<UUID> cancelled, long settled) {
        Map<String, Long> theirs = kept();
        TestFigures.of(getClass(), SEED)
                .add("payments", PAYMENTS)
                .add("cancelled", cancelled.size())
                .add("books that differ", count(orders, row -> row.kept() != kept(theirs, row)))
                .add("captured twice", count(orders, row -> kept(theirs, row) > 3000))
                .add(
                        "captured though cancelled",
                        count(
                                orders,
                                row -> cancelled.contains(row.orderId()) && kept(theirs, row) > 0))
                .add("last doubt settled after the last event, s", settled / 1000.0)
                .write();
    }

    private long count(List<UUID> orders, Predicate<Row> wrong) {
        return rows(orders).values().stream().filter(wrong).count();
    }

    /** What the provider's books say was kept, by order. */
    private static Map<String, Long> kept() {
        return LEDGER.entries().stream()
                .collect(
                        Collectors.groupingBy(
                                ProviderLedger.Entry::reference,
                                Collectors.summingLong(ProviderLedger.Entry::flow)));
    }

    private static long kept(Map<String, Long> theirs, Row row) {
        return theirs.getOrDefault(row.orderId().toString(), 0L);
    }

    private String token() {
        return random.nextInt(20) == 0 ? "tok_declined" : "tok_visa";
    }

    private void cancelSome(List<UUID> among, int count, Set<UUID> cancelled) {
        List<UUID> some = new ArrayList<>(among);
        Collections.shuffle(some, random);
        List<UUID> chosen = some.subList(0, Math.min(count, some.size()));
        handle(chosen.stream().map(RunningPaymentService::cancel).toList());
        cancelled.addAll(chosen);
    }

    private void assertBooks(List<UUID> orders, Set<UUID> cancelled) {
        Map<String, Row> ours = rows(orders);
        List<ProviderLedger.Entry> books = LEDGER.entries();
        Map<String, Long> theirs = kept();
        assertThat(ours.values())
                .hasSize(orders.size())
                .allSatisfy(row -> {
                    long kept = kept(theirs, row);
                    assertThat(row.kept()).as("kept of %s", row).isEqualTo(kept);
                    assertThat(kept).as("net captures of %s", row).isIn(0L, 3000L);
                    boolean gone = cancelled.contains(row.orderId());
                    assertThat(row.closed()).as("closed %s", row).isEqualTo(gone);
                    if (gone) {
                        assertThat(kept).as("captured though cancelled %s", row).isZero();
                    }
                });
        assertThat(books)
                .filteredOn(entry -> entry.status().equals("captured"))
                .extracting(ProviderLedger.Entry::reference)
                .doesNotHaveDuplicates();
        assertThat(announcedMoreThanOnce(orders)).isEmpty();
    }

    private int open(List<UUID> orders) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM payment
                         WHERE order_id = ANY(?)
                           AND (status IN ('PENDING', 'UNKNOWN')
                                OR cancel_requested AND closed_as IS NULL)
                        """)
                .param(orders.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private Map<String, Row> rows(List<UUID> orders) {
        return jdbc
                .sql(
                        """
                        SELECT order_id, status, captured_minor - refunded_minor AS kept,
                               closed_as IS NOT NULL AS closed
                          FROM payment WHERE order_id = ANY(?)
                        """)
                .param(orders.toArray(UUID[]::new))
                .query(Row.class)
                .stream()
                .collect(Collectors.toMap(row -> row.orderId().toString(), row -> row));
    }

    private List<@Nullable String> announcedMoreThanOnce(List<UUID> orders) {
        return jdbc.sql(
                        """
                        SELECT aggregate_id || ' ' || type FROM outbox WHERE aggregate_id = ANY(?)
                         GROUP BY aggregate_id, type HAVING count(*) > 1
                        """)
                .param(orders.stream().map(UUID::toString).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static long since(Instant then) {
        return Duration.between(then, Instant.now()).toMillis();
    }
}
