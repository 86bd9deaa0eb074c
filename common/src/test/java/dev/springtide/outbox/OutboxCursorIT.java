package dev.springtide.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Infrastructure;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxCursorIT {

    private static final int LIMIT = 2;

    /** A connection broke, the page was published again, and the first statement took effect. */
    @Test
    void doesNotPassOverWhatWasAppendedSinceAnAdvanceThatOnlySeemedToFail() {
        try (OutboxFixture fixture = fixture()) {
            OutboxCursor cursor = new OutboxCursor(fixture.jdbc, Duration.ofSeconds(5));
            UUID aggregate = fixture.newAggregate();
            append(fixture, aggregate, 1);
            long epoch = cursor.takeOver("test").orElseThrow();
            CursorPosition position = cursor.renew(epoch).orElseThrow();
            OutboxPage page = cursor.read(position, LIMIT);

            append(fixture, aggregate, 2);
            assertThat(cursor.advance(epoch, position, page)).isPresent();
            assertThat(cursor.advance(epoch, position, page)).isEmpty();

            CursorPosition next = cursor.renew(epoch).orElseThrow();
            assertThat(cursor.read(next, LIMIT).rows())
                    .extracting(OutboxRow::aggregateVersion)
                    .containsExactly(2L);
        }
    }

    @Test
    void doesNotPassOverAPageOfADifference() {
        try (OutboxFixture fixture = fixture()) {
            OutboxCursor cursor = new OutboxCursor(fixture.jdbc, Duration.ofSeconds(5));
            UUID aggregate = fixture.newAggregate();
            for (int number = 1; number <= 2 * LIMIT + 1; number++) {
                append(fixture, aggregate, number);
            }
            long epoch = cursor.takeOver("test").orElseThrow();
            CursorPosition first = cursor.renew(epoch).orElseThrow();
            CursorPosition second =
                    cursor.advance(epoch, first, cursor.read(first, LIMIT)).orElseThrow();
            OutboxPage page = cursor.read(second, LIMIT);

            assertThat(cursor.advance(epoch, second, page)).isPresent();
            assertThat(cursor.advance(epoch, second, page)).isEmpty();

            CursorPosition third = cursor.renew(epoch).orElseThrow();
            assertThat(cursor.read(third, LIMIT).rows())
                    .extracting(OutboxRow::aggregateVersion)
                    .containsExactly(5L);
        }
    }

    private static void append(OutboxFixture fixture, UUID aggregate, long number) {
        fixture.transactions.executeWithoutResult(status -> fixture.change(aggregate, number));
    }

    private static OutboxFixture fixture() {
        return new OutboxFixture("cursor", Infrastructure.kafka().bootstrapServers());
    }
}
