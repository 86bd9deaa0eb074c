package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.payment.application.PaymentCases;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** Two transactions about one payment: the second decides on what the first has left. */
class PaymentLocksIT extends RunningPaymentService {

    @Autowired PaymentCases payments;

    private final CountDownLatch commit = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);

    @BeforeEach
    void stillHands() {
        holdBack();
    }

    @AfterEach
    void moveOn() {
        commit.countDown();
        breaker().reset();
    }

    @Test
    void waitsForWhoeverHoldsThePayment() throws Exception {
        UUID orderId = requested("tok_visa");
        CompletableFuture<Void> first = hold(() -> payments.lock(List.of(orderId)));

        CompletableFuture<Void> second = inBackground(() -> handle(cancel(orderId)));

        await().during(Duration.ofMillis(300)).until(() -> !second.isDone());
        commit.countDown();
        CompletableFuture.allOf(first, second).join();
        assertThat(events(orderId)).containsExactly("closed");
    }

    @Test
    void opensOnePaymentOnlyHoweverManyConsumersSeeTheRequest() throws Exception {
        UUID orderId = ids.next();
        CompletableFuture<Void> first =
                hold(() -> commands.handle(List.of(request(orderId, "tok_visa"))));

        CompletableFuture<Void> zombie = inBackground(() -> handle(request(orderId, "tok_visa")));

        await().during(Duration.ofMillis(300)).until(() -> !zombie.isDone());
        commit.countDown();
        first.join();
        await().until(zombie::isDone);
        assertThat(zombie)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(OptimisticLockingFailureException.class);
        assertThat(
                        jdbc.sql("SELECT count(*) FROM payment_operation WHERE order_id = ?")
                                .param(orderId)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    /** Does something in a transaction that stays open until told to commit. */
    private CompletableFuture<Void> hold(Runnable work) throws InterruptedException {
        CompletableFuture<Void> holding =
                CompletableFuture.runAsync(() ->
                        transactions.executeWithoutResult(status -> {
                            work.run();
                            ready.countDown();
                            awaitQuietly(commit);
                        }));
        ready.await();
        return holding;
    }

    /** Not on the common pool: on two cores it has one thread, and the second would wait for it. */
    private static CompletableFuture<Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
