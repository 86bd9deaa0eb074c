package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.Request;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what callers try, whatever the answer; an outage and a silence count too. Forgotten with
 * the process.
 */
final class Traffic {

    private final LongAdder charges = new LongAdder();
    private final LongAdder voids = new LongAdder();
    private final LongAdder refunds = new LongAdder();
    private final LongAdder questions = new LongAdder();

    /** The tries since the process began. */
    record Counts(long charges, long voids, long refunds, long questions) {}

    /** A request about charges or refunds. */
    void count(Request request) {
        if (!request.method().equals("POST")) {
            questions.increment();
        } else if (request.path().getFirst().equals("refunds")) {
            refunds.increment();
        } else if (request.path().size() > 1) {
            voids.increment();
        } else {
            charges.increment();
        }
    }

    Counts counts() {
        return new Counts(charges.sum(), voids.sum(), refunds.sum(), questions.sum());
    }
}
