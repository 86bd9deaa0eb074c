package dev.springtide.payment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.domain.ProviderAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementWriterTests {

    private final List<List<Settlement>> written = Collections.synchronizedList(new ArrayList<>());
    private @Nullable SettlementWriter writer;

    @AfterEach
    void stop() throws InterruptedException {
        if (writer != null) {
            writer.stop();
        }
    }

    @Test
    void writesWhatQueuedDuringACommitInOneBatch() {
        CountDownLatch commit = new CountDownLatch(1);
        SettlementWriter busy =
                started(
                        batch -> {
                            written.add(batch);
                            awaitQuietly(commit);
                        },
                        10);
        CompletableFuture<Void> first = busy.submit(result(1));
        await().until(() -> written.size() == 1);
        CompletableFuture<Void> second = busy.submit(result(2));
        CompletableFuture<Void> third = busy.submit(result(3));
        assertThat(first).isNotDone();

        commit.countDown();
        CompletableFuture.allOf(first, second, third).join();

        assertThat(written).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    void findsTheOneThatCannotBeWritten() {
        Settlement bad = result(2);
        CountDownLatch go = new CountDownLatch(1);
        SettlementWriter picky =
                started(
                        batch -> {
                            awaitQuietly(go);
                            if (batch.contains(bad)) {
                                throw new IllegalArgumentException("bad");
                            }
                            written.add(batch);
                        },
                        10);
        List<CompletableFuture<Void>> futures =
                List.of(
                        picky.submit(result(1)),
                        picky.submit(bad),
                        picky.submit(result(3)),
                        picky.submit(result(4)));
        go.countDown();

        await().until(() -> futures.stream().allMatch(CompletableFuture::isDone));
        assertThat(futures.get(1)).isCompletedExceptionally();
        assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(3);
    }

    @Test
    void doesNotSplitABatchThatTheDatabaseCannotTakeNow() {
        CountDownLatch go = new CountDownLatch(1);
        SettlementWriter unlucky =
                started(
                        batch -> {
                            written.add(batch);
                            awaitQuietly(go);
                            throw new IllegalStateException("down");
                        },
                        10);
        CompletableFuture<Void> first = unlucky.submit(result(1));
        await().until(() -> written.size() == 1);
        CompletableFuture<Void> second = unlucky.submit(result(2));
        CompletableFuture<Void> third = unlucky.submit(result(3));
        go.countDown();

        await().until(() -> first.isDone() && second.isDone() && third.isDone());
        assertThat(written).hasSize(2);
        assertThat(third).isCompletedExceptionally();
    }

    @Test
    void refusesWhatDoesNotFitIntoItsQueue() {
        CountDownLatch commit = new CountDownLatch(1);
        SettlementWriter full =
                started(
                        batch -> {
                            written.add(batch);
                            awaitQuietly(commit);
                        },
                        1);
        CompletableFuture<Void> writing = full.submit(result(1));
        await().until(() -> written.size() == 1);
        CompletableFuture<Void> queued = full.submit(result(2));

        assertThatThrownBy(() -> full.submit(result(3)))
                .isInstanceOf(RejectedExecutionException.class);
        commit.countDown();
        CompletableFuture.allOf(writing, queued).join();
    }

    private SettlementWriter started(Consumer<List<Settlement>> handler, int capacity) {
        SettlementWriter started =
                new SettlementWriter(
                        handler,
                        IllegalStateException.class::isInstance,
                        new Pace(Duration.ZERO),
                        capacity,
                        100);
        started.start();
        writer = started;
        return started;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CallResult result(int n) {
        return new CallResult(
                new UUID(0, n), "key-" + n, 1, new ProviderAnswer.Captured(), Duration.ZERO);
    }
}
