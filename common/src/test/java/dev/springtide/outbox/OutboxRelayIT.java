package dev.springtide.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.KafkaServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    private final String kafka = Infrastructure.kafka().bootstrapServers();
    private final List<Long> numbers = new CopyOnWriteArrayList<>();

    @Test
    void cannotPublishWhenItWakesAfterItsSuccessorTookOver() throws InterruptedException {
        try (OutboxFixture fixture = new OutboxFixture("row4", kafka);
                Reader _ = new Reader(kafka, seen -> numbers.add(seen.number()))) {
            UUID aggregate = fixture.newAggregate();
            Gate gate = new Gate();
            OutboxRelay stale =
                    fixture.relay(OutboxFixture.properties(Duration.ofSeconds(5), 1000), gate);
            OutboxRelay successor = fixture.relay();
            stale.start();
            append(fixture, aggregate, 1);
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L)));

            gate.freeze();
            append(fixture, aggregate, 2); // read from the database, not yet sent
            gate.awaitFrozen();
            successor.start();
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L, 2L)));
            append(fixture, aggregate, 3);
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L, 2L, 3L)));

            gate.thaw();
            await().atMost(TAKE_OVER).until(gate::wasRefused);
            append(fixture, aggregate, 4);
            await().atMost(TAKE_OVER).until(() -> numbers.contains(4L));
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> numbers.equals(List.of(1L, 2L, 3L, 4L)));

            successor.stop();
            append(fixture, aggregate, 5); // the one that was stale leads again
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L, 2L, 3L, 4L, 5L)));
            stale.stop();
        }
    }

    @Test
    void handsOverBeforeItsLeaseRunsOutWhenItStops() throws InterruptedException {
        try (OutboxFixture fixture = new OutboxFixture("handover", kafka);
                Reader _ = new Reader(kafka, seen -> numbers.add(seen.number()))) {
            UUID aggregate = fixture.newAggregate();
            OutboxProperties patient = OutboxFixture.properties(Duration.ofSeconds(50), 1000);
            OutboxRelay first = fixture.relay(patient, UnaryOperator.identity());
            OutboxRelay second = fixture.relay(patient, UnaryOperator.identity());
            first.start();
            append(fixture, aggregate, 1);
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L)));
            second.start();
            first.stop();
            append(fixture, aggregate, 2);
            // A fifth of the lease until it looks again, never the whole.
            await().atMost(Duration.ofSeconds(25)).until(() -> numbers.equals(List.of(1L, 2L)));
            second.stop();
        }
    }

    @Test
    void drainsABacklogInPagesAndGoesOnWhereAnotherStopped() throws InterruptedException {
        try (OutboxFixture fixture = new OutboxFixture("backlog", kafka);
                Reader _ = new Reader(kafka, seen -> numbers.add(seen.number()))) {
            UUID aggregate = fixture.newAggregate();
            for (long i = 1; i <= 500; i++) {
                append(fixture, aggregate, i);
            }
            OutboxProperties small = OutboxFixture.properties(Duration.ofSeconds(5), 7);
            OutboxRelay first = fixture.relay(small, UnaryOperator.identity());
            first.start();
            await().atMost(TAKE_OVER).until(() -> numbers.size() >= 70);
            first.stop();
            OutboxRelay second = fixture.relay(small, UnaryOperator.identity());
            second.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> numbers.size() >= 500);
            append(fixture, aggregate, 501);
            await().atMost(TAKE_OVER).until(() -> numbers.size() >= 501);
            second.stop();
            assertThat(numbers)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 501).boxed().toList());
        }
    }

    @Test
    void keepsItsPlaceWhileTheBrokerIsAway() throws InterruptedException {
        try (KafkaServer own = Infrastructure.newKafka();
                OutboxFixture fixture = new OutboxFixture("away", own.bootstrapServers());
                Reader _ = new Reader(own.bootstrapServers(), seen -> numbers.add(seen.number()))) {
            UUID aggregate = fixture.newAggregate();
            OutboxRelay relay = fixture.relay();
            relay.start();
            append(fixture, aggregate, 1);
            await().atMost(TAKE_OVER).until(() -> numbers.equals(List.of(1L)));
            assertThat(leaders(fixture)).isEqualTo(1);
            own.kill();
            for (long i = 2; i <= 100; i++) {
                append(fixture, aggregate, i);
            }
            await().atMost(TAKE_OVER)
                    .until(() -> fixture.meters.get("outbox.lag").timeGauge().value() > 0);
            own.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> numbers.contains(100L));
            await().atMost(TAKE_OVER).until(() -> leaders(fixture) == 1);
            relay.stop();
            assertThat(leaders(fixture)).isZero();
            // A transaction whose commit was not answered may come twice, but never out of order.
            assertThat(numbers.stream().distinct())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    private static double leaders(OutboxFixture fixture) {
        return fixture.meters.get("outbox.leader").gauge().value();
    }

    private static void append(OutboxFixture fixture, UUID aggregate, long number) {
        fixture.transactions.executeWithoutResult(status -> fixture.change(aggregate, number));
    }

    /** Holds a relay between its read of the database and its call of Kafka. */
    private static final class Gate implements UnaryOperator<EventPublisher> {
        private volatile CountDownLatch closed = new CountDownLatch(0);
        private final CountDownLatch frozen = new CountDownLatch(1);
        private volatile boolean refused;

        @Override
        public EventPublisher apply(EventPublisher publisher) {
            return new EventPublisher() {
                @Override
                public void publish(List<OutboxRow> events) {
                    if (closed.getCount() > 0) {
                        frozen.countDown();
                        pass(closed);
                        try {
                            publisher.publish(events);
                        } catch (RuntimeException e) {
                            refused = true;
                            throw e;
                        }
                    } else {
                        publisher.publish(events);
                    }
                }

                @Override
                public void close() {
                    publisher.close();
                }
            };
        }

        void freeze() {
            closed = new CountDownLatch(1);
        }

        void awaitFrozen() {
            pass(frozen);
        }

        void thaw() {
            closed.countDown();
        }

        boolean wasRefused() {
            return refused;
        }

        private static void pass(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
