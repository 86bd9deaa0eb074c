package dev.springtide.payment.application;

import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.domain.ProviderAnswer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims due operations in batches and tries each on a virtual thread of its own. Nothing is
 * claimed that the provider's guard would turn away, re-tries wait for the budget, and no more is
 * in hand (called, or not yet written) than set.
 */
public final class OperationDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(OperationDispatcher.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final OperationQueue queue;
    private final PaymentProvider provider;
    private final OperationRunner runner;
    private final SettlementWriter writer;
    private final RetryBudget budget;
    private final Backoff backoff;
    private final WakeUp wakeUp;
    private final DispatchSettings settings;
    private final Pace pace;
    private final Semaphore hands;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private long looksAgainAt = System.nanoTime();
    private volatile boolean starved;
    private volatile boolean closing;

    public OperationDispatcher(
            OperationQueue queue,
            PaymentProvider provider,
            OperationRunner runner,
            SettlementWriter writer,
            RetryBudget budget,
            Backoff backoff,
            WakeUp wakeUp,
            DispatchSettings settings) {
        this.queue = queue;
        this.provider = provider;
        this.runner = runner;
        this.writer = writer;
        this.budget = budget;
        this.backoff = backoff;
        this.wakeUp = wakeUp;
        this.settings = settings;
        this.pace = new Pace(settings.pace());
        this.hands = new Semaphore(settings.inHand());
        this.thread = Thread.ofPlatform().name("operation-dispatcher").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Operations called or not yet written. */
    public int inHand() {
        return settings.inHand() - hands.availablePermits();
    }

    /** Claims no more and waits for the calls under way; their time-outs bound it. */
    public void stop() throws InterruptedException {
        closing = true;
        wakeUp.signal();
        thread.join();
        calls.close();
    }

    private void run() {
        while (!closing) {
            try {
                pace.await();
                if (!claimed()) {
                    wakeUp.await(settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("Claiming failed, it is tried again", e);
                pauseAfterFailure();
            }
        }
    }

    /** Whether there may be more at once. */
    private boolean claimed() {
        int room = provider.admits(hands.availablePermits());
        starved = room == 0;
        int doubts = 0;
        if (System.nanoTime() - looksAgainAt >= 0) {
            looksAgainAt = System.nanoTime() + settings.poll().toNanos();
            queue.abandoned(settings.inHand()).forEach(this::leave);
            doubts = startDoubts((room + 1) / 2);
        }
        int left = room - doubts;
        return left > 0 && startFresh(left) == left;
    }

    private int startFresh(int room) {
        List<ClaimedOperation> fresh = queue.claim(room, false, settings.lease());
        budget.arrived(fresh.size());
        fresh.forEach(this::start);
        return fresh.size();
    }

    private int startDoubts(int room) {
        int allowed = Math.min(room, budget.available());
        if (allowed == 0) {
            return 0;
        }
        List<ClaimedOperation> doubts = queue.claim(allowed, true, settings.lease());
        budget.spend(doubts.size());
        doubts.forEach(this::start);
        return doubts.size();
    }

    private void start(ClaimedOperation operation) {
        hands.acquireUninterruptibly();
        calls.execute(() -> work(operation));
    }

    private void work(ClaimedOperation operation) {
        try {
            ProviderAnswer answer = runner.run(operation);
            CallResult result =
                    new CallResult(
                            operation.orderId(),
                            operation.providerKey(),
                            operation.attempt(),
                            answer,
                            backoff.after(operation.attempt()));
            writer.submit(result).join();
        } catch (CompletionException | RejectedExecutionException e) {
            LOG.debug("{} was not written, its lease will end", operation, e);
        } finally {
            hands.release();
            if (starved) {
                wakeUp.signal();
            }
        }
    }

    /** A try whose worker is gone: a doubt, found again by the next look if it is not written. */
    private void leave(CallResult abandoned) {
        try {
            CompletableFuture<Void> _ = writer.submit(abandoned);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is left for later", abandoned.providerKey(), e);
        }
    }

    private void pauseAfterFailure() {
        try {
            wakeUp.await(AFTER_FAILURE);
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
