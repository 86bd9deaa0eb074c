package dev.springtide.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BackgroundFigureTests {

    private final AtomicInteger queries = new AtomicInteger();

    @Test
    void answersAtOnceAndLaterWhatWasFoundOut() {
        CountDownLatch slow = new CountDownLatch(1);
        BackgroundFigure<Integer> figure =
                figure(
                        Duration.ofHours(1),
                        () -> {
                            awaitLatch(slow);
                            return 7;
                        });

        assertThat(figure.value()).isZero();
        slow.countDown();

        await().until(() -> figure.value() == 7);
    }

    @Test
    void asksOnceAnIntervalHoweverOftenItIsRead() {
        BackgroundFigure<Integer> figure = figure(Duration.ofHours(1), () -> 7);
        await().until(() -> figure.value() == 7);

        for (int reading = 0; reading < 1000; reading++) {
            assertThat(figure.value()).isEqualTo(7);
        }

        assertThat(queries).hasValue(1);
    }

    @Test
    void asksAgainAfterTheInterval() {
        BackgroundFigure<Integer> figure = figure(Duration.ofMillis(1), queries::get);

        await().until(() -> figure.value() >= 5);
    }

    @Test
    void saysThatItDoesNotKnowAndTriesAgain() {
        BackgroundFigure<Integer> figure =
                figure(
                        Duration.ofHours(1),
                        () -> {
                            if (queries.get() == 1) {
                                throw new IllegalStateException("the database is away");
                            }
                            return 7;
                        });

        await().until(() -> figure.value() == -1 || figure.value() == 7);
        await().until(() -> figure.value() == 7);

        assertThat(queries).hasValue(2);
    }

    private BackgroundFigure<Integer> figure(Duration interval, Supplier<Integer> query) {
        return new BackgroundFigure<>(
                "figure",
                interval,
                0,
                -1,
                () -> {
                    queries.incrementAndGet();
                    return query.get();
                });
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
