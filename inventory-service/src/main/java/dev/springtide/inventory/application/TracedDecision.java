package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.StockDecision;
import org.jspecify.annotations.Nullable;

/** A decision with the trace context of what caused it. */
public record TracedDecision(StockDecision decision, @Nullable String traceparent) {}
