package dev.springtide.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.contract.EventTypes;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.parking.ParkedRecord;
import dev.springtide.parking.ParkedRecords;
import dev.springtide.parking.ReplayResult;
import dev.springtide.problem.ProblemException;
import dev.springtide.sample.SampleService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "springtide.outbox.enabled=false")
class BatchConsumerIT {

    private static final String CONSUMER = "sample";
    private static final Set<Class<?>> INTERESTED_IN = Set.of(StockReleaseRequested.class);

    @Autowired BatchConsumer consumer;
    @Autowired ParkedRecords parked;
    @Autowired JdbcTemplate jdbc;

    private final Records records = new Records();
    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private Effects effects;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        SampleService.infrastructure(registry, "batch_consumer");
    }

    @BeforeEach
    void emptyTables() {
        effects = new Effects(jdbc);
        jdbc.execute("TRUNCATE effect, parked_record");
    }

    @Test
    void appliesAPollInAsFewTransactionsAsTheLongestAggregateNeeds() {
        process(
                event(a, 1, ""),
                event(b, 1, ""),
                event(a, 2, ""),
                event(a, 3, ""),
                event(b, 2, ""));
        assertThat(effects.calls).hasValue(3);
        assertThat(effects.versions(a)).containsExactly(1L, 2L, 3L);
        assertThat(effects.versions(b)).containsExactly(1L, 2L);
    }

    @Test
    void parksARecordWhoseKeyIsNotTheAggregateOfItsBody() {
        process(
                records.record(
                        a.toString(),
                        1,
                        EventTypes.of(StockReleaseRequested.class).name(),
                        Records.body(new StockReleaseRequested(b, ""))),
                event(b, 1, ""),
                event(a, 2, ""));

        assertThat(effects.versions(b)).containsExactly(1L);
        assertThat(effects.versions(a)).isEmpty();
        assertThat(jdbc.queryForList("SELECT aggregate_id FROM parked_record", String.class))
                .containsExactly(a.toString(), a.toString());
    }

    @Test
    void skipsWhatNobodyHereIsInterestedIn() {
        process(
                records.record(
                        a.toString(),
                        1,
                        "dev.springtide.order.paid.v1",
                        Records.body(new OrderPaid(a))),
                records.record(a.toString(), 1, "dev.springtide.order.invented.v9", new byte[0]));
        assertThat(effects.calls).hasValue(0);
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poison", "error", "overflow", "constraint"})
    void parksThePoisonAloneAndWhatComesBehindIt(String poison) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        List<UUID> healthy = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (i == 77) {
                batch.add(event(a, 1, poison));
            }
            healthy.add(UUID.randomUUID());
            batch.add(event(healthy.get(i), 1, ""));
        }
        batch.add(event(a, 2, ""));
        consumer.process(CONSUMER, batch, INTERESTED_IN, effects);
        process(event(a, 3, ""), event(b, 1, ""));

        assertThat(healthy).allSatisfy(id -> assertThat(effects.versions(id)).containsExactly(1L));
        assertThat(effects.versions(a)).isEmpty();
        assertThat(effects.versions(b)).containsExactly(1L);
        assertThat(waiting()).extracting(ParkedRecord::aggregateId).containsOnly(a.toString());
        assertThat(waiting()).extracting(r -> r.error() == null).containsExactly(true, true, false);
    }

    @Test
    void parksWhatItCannotRead() {
        process(
                records.unreadable(a.toString(), "{"),
                records.unreadable(b.toString(), "{\"orderId\":\"x\"}"),
                records.unreadable(null, "{}"),
                records.unreadable("a\0b", "null"),
                records.unreadable("k".repeat(5000), "{}"),
                records.record(UUID.randomUUID().toString(), 1, null, new byte[] {1}),
                records.record(
                        UUID.randomUUID().toString(),
                        1,
                        "dev.springtide.order.stock-release-requested.v1",
                        null),
                event(UUID.randomUUID(), 1, ""));
        assertThat(waiting()).hasSize(7).allSatisfy(r -> assertThat(r.error()).isNotNull());
        assertThat(effects.calls).hasValue(1);
    }

    @Test
    void leavesATransientFailureToTheNextTry() {
        effects.transientFailures.set(1);
        ConsumerRecord<String, byte[]> record = event(a, 1, "");
        assertThatThrownBy(() -> process(record)).isInstanceOf(CannotAcquireLockException.class);
        assertThat(effects.versions(a)).isEmpty();
        assertThat(waiting()).isEmpty();
        process(record);
        assertThat(effects.versions(a)).containsExactly(1L);
    }

    @Test
    void parksARecordOnceHoweverOftenItComes() {
        ConsumerRecord<String, byte[]> poison = event(a, 1, "poison");
        ConsumerRecord<String, byte[]> behind = event(a, 2, "");
        process(poison, behind);
        process(poison, behind);
        process(behind);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void replaysAnAggregateInItsOrder() {
        process(event(a, 1, "poison"), event(a, 2, ""), event(a, 3, ""), event(b, 1, "poison"));
        effects.healed = true;
        long ofA =
                waiting().stream()
                        .filter(r -> r.aggregateId().equals(a.toString()))
                        .mapToLong(ParkedRecord::id)
                        .max()
                        .orElseThrow();

        assertThat(parked.replay(ofA, "olga")).isEqualTo(new ReplayResult(3, 0, null));

        assertThat(effects.versions(a)).containsExactly(1L, 2L, 3L);
        assertThat(effects.versions(b)).isEmpty();
        assertThat(parked.get(ofA).resolvedBy()).isEqualTo("olga");
        assertThatThrownBy(() -> parked.replay(ofA, "olga")).isInstanceOf(ProblemException.class);
        process(event(a, 4, ""));
        assertThat(effects.versions(a)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void stopsAReplayAtTheFirstRecordThatStillFails() {
        process(event(a, 1, "error"), event(a, 2, ""));
        long id = waiting().getLast().id();
        ReplayResult result = parked.replay(id, "olga");
        assertThat(result.replayed()).isZero();
        assertThat(result.remaining()).isEqualTo(2);
        assertThat(result.error()).contains("cannot be applied at all");
        assertThat(parked.get(id).attempts()).isEqualTo(1);
        assertThat(effects.versions(a)).isEmpty();
    }

    @Test
    void letsWhatIsBehindADiscardedRecordBeReplayed() {
        process(event(a, 1, "poison"), event(a, 2, ""));
        parked.discard(waiting().getLast().id(), "olga", "was a test");
        assertThat(parked.replay(waiting().getFirst().id(), "olga").replayed()).isEqualTo(1);
        assertThat(effects.versions(a)).containsExactly(2L);
        assertThat(parked.list(ParkedRecord.Status.DISCARDED, Long.MAX_VALUE, 10))
                .extracting(ParkedRecord::reason)
                .containsExactly("was a test");
    }

    @Test
    void reachesTheSameStateWhenEverythingComesThriceAndInAnyOrderOfAggregates() {
        List<UUID> aggregates = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            aggregates.add(UUID.randomUUID());
        }
        for (long version = 1; version <= 5; version++) {
            for (UUID aggregate : aggregates) {
                all.add(event(aggregate, version, ""));
            }
        }
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        consumer.process(CONSUMER, all, INTERESTED_IN, effects);
        for (int round = 0; round < 2; round++) {
            List<ConsumerRecord<String, byte[]>> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(shuffled.subList(0, 100));
            consumer.process(CONSUMER, shuffled, INTERESTED_IN, effects);
        }
        assertThat(aggregates)
                .allSatisfy(
                        id -> assertThat(effects.versions(id)).containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(waiting()).isEmpty();
    }

    private ConsumerRecord<String, byte[]> event(UUID aggregate, long version, String reason) {
        return records.event(aggregate, version, reason);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final void process(ConsumerRecord<String, byte[]>... batch) {
        consumer.process(CONSUMER, List.of(batch), INTERESTED_IN, effects);
    }

    private List<ParkedRecord> waiting() {
        return parked.list(ParkedRecord.Status.PARKED, Long.MAX_VALUE, 1000);
    }
}
