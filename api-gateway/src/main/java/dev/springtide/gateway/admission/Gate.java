package dev.springtide.gateway.admission;

import com.netflix.concurrency.limits.Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Scheduler;

/**
 * Admits requests to one service: as many at once as the limit says, the most important of those
 * that wait first, and none that has waited for too long.
 */
final class Gate {

    private final Limit limit;
    private final int capacity;
    private final Duration patience;
    private final Scheduler timer;
    private final Map<Priority, Deque<Visit>> waiting = new EnumMap<>(Priority.class);
    private final Consumer<Priority> refusals;
    private int inFlight;
    private int queued;

    /**
     * @param capacity how many may wait
     * @param patience how long each of them does
     * @param refusals told of each that is refused
     */
    Gate(
            Limit limit,
            int capacity,
            Duration patience,
            Scheduler timer,
            Consumer<Priority> refusals) {
        this.limit = limit;
        this.capacity = capacity;
        this.patience = patience;
        this.timer = timer;
        this.refusals = refusals;
        for (Priority priority : Priority.values()) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    /**
     * Does the work when its turn comes; fails with a problem when that is not in time. Wherever
     * the caller gives up, it leaves no trace here.
     *
     * @param overloaded asked when the work is done: whether the service said that it is too much
     */
    Mono<Void> admit(Priority priority, Mono<Void> work, BooleanSupplier overloaded) {
        return Mono.defer(() -> {
            Visit visit = new Visit(priority);
            return Mono.<Void>create(sink -> arrive(visit, sink))
                    .then(work)
                    .doFinally(end -> leave(visit, end, overloaded));
        });
    }

    synchronized int inFlight() {
        return inFlight;
    }

    synchronized int queued() {
        return queued;
    }

    int limit() {
        return limit.getLimit();
    }

    private void arrive(Visit visit, MonoSink<Void> sink) {
        List<Visit> refused;
        boolean entered;
        synchronized (this) {
            visit.sink = sink;
            refused = visit.gone ? List.of() : findPlace(visit);
            entered = visit.enteredAt != 0;
        }
        if (entered) {
            visit.goOn();
        }
        refused.forEach(this::refuse);
    }

    /** In flight, or in the queue, or nowhere; answers who is refused for it. */
    private List<Visit> findPlace(Visit visit) {
        if (lineOf(visit.priority).isEmpty() && hasRoomFor(visit.priority)) {
            enter(visit);
            return List.of();
        }
        Visit last = queued < capacity ? null : lastBehind(visit.priority);
        if (queued == capacity && last == null) {
            return List.of(visit);
        }
        if (last != null) {
            withdraw(last);
        }
        lineOf(visit.priority).addLast(visit);
        queued++;
        visit.expiry =
                timer.schedule(() -> expire(visit), patience.toNanos(), TimeUnit.NANOSECONDS);
        return last == null ? List.of() : List.of(last);
    }

    private boolean hasRoomFor(Priority priority) {
        return inFlight < priority.room(limit.getLimit());
    }

    private void enter(Visit visit) {
        inFlight++;
        visit.enteredAt = System.nanoTime() | 1;
    }

    private @Nullable Visit lastBehind(Priority priority) {
        return Arrays.stream(Priority.values())
                .filter(other -> other.compareTo(priority) > 0)
                .map(other -> lineOf(other).peekLast())
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private Deque<Visit> lineOf(Priority priority) {
        return Objects.requireNonNull(waiting.get(priority));
    }

    private boolean withdraw(Visit visit) {
        boolean waited = lineOf(visit.priority).remove(visit);
        if (waited) {
            queued--;
            visit.expiry.dispose();
        }
        return waited;
    }

    private void expire(Visit visit) {
        boolean waited;
        synchronized (this) {
            waited = withdraw(visit);
        }
        if (waited) {
            refuse(visit);
        }
    }

    private void refuse(Visit visit) {
        refusals.accept(visit.priority);
        visit.refuse();
    }

    private void leave(Visit visit, SignalType end, BooleanSupplier overloaded) {
        synchronized (this) {
            visit.gone = true;
            withdraw(visit);
            if (visit.enteredAt == 0) {
                return;
            }
            inFlight--;
        }
        // Who gives up says nothing about the service.
        if (end != SignalType.CANCEL) {
            judge(visit, end == SignalType.ON_ERROR || overloaded.getAsBoolean());
        }
        nextOnes().forEach(Visit::goOn);
    }

    /** As if the limit were used: what a stall has cost comes back before the next one needs it. */
    private void judge(Visit visit, boolean dropped) {
        limit.onSample(
                visit.enteredAt, System.nanoTime() - visit.enteredAt, limit.getLimit(), dropped);
    }

    private synchronized List<Visit> nextOnes() {
        List<Visit> admitted = new ArrayList<>();
        for (Deque<Visit> line : waiting.values()) {
            while (!line.isEmpty() && hasRoomFor(line.getFirst().priority)) {
                Visit next = line.getFirst();
                withdraw(next);
                enter(next);
                admitted.add(next);
            }
        }
        return admitted;
    }
}
