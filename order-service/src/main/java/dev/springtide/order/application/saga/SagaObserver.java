package dev.springtide.order.application.saga;

import java.util.List;

/** Learns what was decided, after the commit: for figures, never for effects. */
@FunctionalInterface
public interface SagaObserver {

    void committed(List<SagaStep> steps);
}
