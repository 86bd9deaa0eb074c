package dev.springtide.order.application.intake;

import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.ledger.LedgerConflictException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches and answers their callers. A request that breaks its batch is found by bisection
 * and alone is refused; an outage is answered at once, and the ledger decides the retry.
 */
final class IntakeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWriter.class);
    private static final int ATTEMPTS = 3;

    private final IntakeBatch batch;
    private final Outages outages;
    private final OrderMetrics metrics;

    IntakeWriter(IntakeBatch batch, Outages outages, OrderMetrics metrics) {
        this.batch = batch;
        this.outages = outages;
        this.metrics = metrics;
    }

    /** Answers every ticket, whatever happens. */
    void write(List<IntakeTicket> tickets) {
        try {
            List<IntakeOutcome> outcomes = writeDecided(tickets);
            for (int i = 0; i < tickets.size(); i++) {
                if (outcomes.get(i) instanceof IntakeOutcome.Placed) {
                    metrics.created();
                }
                tickets.get(i).answer(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            failed(tickets, e);
        }
    }

    /** A conflict in the ledger is decided anew: the winner has committed and is visible now. */
    private List<IntakeOutcome> writeDecided(List<IntakeTicket> tickets) {
        List<PlaceOrder> commands = tickets.stream().map(IntakeTicket::command).toList();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return batch.write(commands);
            } catch (LedgerConflictException e) {
                LOG.debug("A batch is decided anew", e);
            }
        }
        return batch.write(commands);
    }

    private void failed(List<IntakeTicket> tickets, RuntimeException failure) {
        if (outages.isOutage(failure)) {
            LOG.warn("A batch of {} has no outcome", tickets.size(), failure);
            answerAll(tickets, new Refusal.Unavailable());
        } else if (tickets.size() == 1) {
            LOG.error("A request cannot be stored", failure);
            answerAll(tickets, new Refusal.Unstorable());
        } else {
            int half = tickets.size() / 2;
            write(tickets.subList(0, half));
            write(tickets.subList(half, tickets.size()));
        }
    }

    static void answerAll(List<IntakeTicket> tickets, IntakeOutcome outcome) {
        tickets.forEach(ticket -> ticket.answer(outcome));
    }
}
