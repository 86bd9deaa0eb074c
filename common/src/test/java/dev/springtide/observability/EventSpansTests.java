package dev.springtide.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSpansTests {

    private static final Instant BEGAN = Instant.parse("2026-11-21T12:00:00Z");
    private final List<SpanData> exported = new ArrayList<>();
    private final Tracer tracer =
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(new Collecting()))
                    .build()
                    .get("test");
    private final EventSpans spans = new EventSpans(tracer, Clock.systemUTC());

    @Test
    void continuesTheTraceThatTheOutboxRowCarries() {
        Span request = tracer.spanBuilder("POST /orders").startSpan();
        String traceparent;
        try (Scope _ = request.makeCurrent()) {
            traceparent = TraceContext.current();
        }
        spans.published("created", traceparent, BEGAN);
        spans.applied("saga", "created", traceparent, BEGAN);
        assertThat(exported)
                .extracting(SpanData::getName)
                .containsExactly("publish created", "saga created");
        assertThat(exported)
                .allSatisfy(span -> {
                    assertThat(span.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
                    assertThat(span.getParentSpanId())
                            .isEqualTo(request.getSpanContext().getSpanId());
                });
    }

    @Test
    void addsNothingToTracesThatAreNotSampledOrNotValid() {
        spans.published("created", null, BEGAN);
        spans.published("created", "garbage", BEGAN);
        spans.published(
                "created", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00", BEGAN);
        assertThat(exported).isEmpty();
        assertThat(TraceContext.current()).isNull();
    }

    private final class Collecting implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
