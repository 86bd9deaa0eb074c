package dev.springtide.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** The trace that the current thread works for. */
public final class TraceContext {

    private TraceContext() {}

    /**
     * The W3C {@code traceparent} of the current span, sampled or not; null outside of any trace.
     */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
                : null;
    }
}
