package dev.springtide.order.application.intake;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One caller's place in a lane. Either the lane takes it and then answers it, or its caller leaves
 * first; what was left is never written. Its key counts as in flight until the lane is done with
 * it.
 */
final class IntakeTicket {

    private enum State {
        QUEUED,
        TAKEN,
        LEFT
    }

    private final PlaceOrder command;
    private final Runnable release;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<IntakeOutcome> answer = new CompletableFuture<>();

    /**
     * A place for one command.
     *
     * @param release gives the key free; runs exactly once, before the caller is answered
     */
    IntakeTicket(PlaceOrder command, Runnable release) {
        this.command = command;
        this.release = release;
    }

    PlaceOrder command() {
        return command;
    }

    /** Called by the lane; false when the caller has left. */
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    /** Called by the lane for what it took; only the first answer counts. */
    void answer(IntakeOutcome outcome) {
        if (!answer.isDone()) {
            release.run();
            answer.complete(outcome);
        }
    }

    /** Called by the caller: the lane's answer, or Unavailable when it takes too long. */
    IntakeOutcome await(Duration patience) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            leave();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            leave();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a ticket is never completed with a failure", e);
        }
        return new Refusal.Unavailable();
    }

    private void leave() {
        if (state.compareAndSet(State.QUEUED, State.LEFT)) {
            release.run();
        }
    }
}
