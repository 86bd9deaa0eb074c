package dev.springtide.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the way of an event into the trace of its cause. Events travel in batches, so their spans
 * are added afterwards; those of traces that are not sampled cost nothing.
 */
public final class EventSpans {

    private static final Pattern SAMPLED =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-(?:[0-9a-f][13579bdf])");

    private final Tracer tracer;
    private final Clock clock;

    public EventSpans(Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** The moment that a span begins. */
    public Instant now() {
        return clock.instant();
    }

    /** Adds that an event was published between the given moment and now. */
    public void published(String type, @Nullable String traceparent, Instant began) {
        add("publish " + type, SpanKind.PRODUCER, traceparent, began);
    }

    /** Adds that a consumer applied an event between the given moment and now. */
    public void applied(String consumer, String type, @Nullable String traceparent, Instant began) {
        add(consumer + " " + type, SpanKind.CONSUMER, traceparent, began);
    }

    private void add(String name, SpanKind kind, @Nullable String traceparent, Instant began) {
        if (traceparent == null) {
            return;
        }
        Matcher sampled = SAMPLED.matcher(traceparent);
        if (sampled.matches()) {
            SpanContext cause =
                    SpanContext.createFromRemoteParent(
                            sampled.group(1),
                            sampled.group(2),
                            TraceFlags.getSampled(),
                            TraceState.getDefault());
            tracer.spanBuilder(name)
                    .setParent(Context.root().with(Span.wrap(cause)))
                    .setSpanKind(kind)
                    .setStartTimestamp(began)
                    .startSpan()
                    .end(now());
        }
    }
}
