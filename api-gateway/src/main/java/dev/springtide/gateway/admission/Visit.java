package dev.springtide.gateway.admission;

import dev.springtide.gateway.problem.ShedException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.MonoSink;

/** A request at a gate, which guards its fields. */
final class Visit {

    final Priority priority;
    @Nullable MonoSink<Void> sink;
    Disposable expiry = Disposables.disposed();

    /** By the nano clock; 0 until it is in flight. */
    long enteredAt;

    boolean gone;

    Visit(Priority priority) {
        this.priority = priority;
    }

    void goOn() {
        Objects.requireNonNull(sink).success();
    }

    void refuse() {
        Objects.requireNonNull(sink).error(new ShedException());
    }
}
