package dev.springtide.order.adapter.messaging;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.saga.OutboundEvents;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.OutboundEvent;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Appends what orders tell the others to the outbox, in the trace of what caused it. */
@Component
public class OutboxOrderEvents implements OutboundEvents {

    private final Outbox outbox;
    private final UuidV7 ids;

    public OutboxOrderEvents(Outbox outbox, UuidV7 ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public void append(List<SagaStep> steps) {
        List<OutboxEvent> events = new ArrayList<>();
        for (SagaStep step : steps) {
            for (OutboundEvent event : step.decision().events()) {
                events.add(
                        OutboxEvent.of(
                                ids,
                                OrderEventMapper.contract(step, event),
                                step.decision().after().version(),
                                step.traceparent()));
            }
        }
        outbox.append(events);
    }
}
