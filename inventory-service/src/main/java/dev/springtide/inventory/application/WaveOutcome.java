package dev.springtide.inventory.application;

import java.util.List;
import java.util.UUID;

/**
 * What a wave came to.
 *
 * @param repeated decisions of earlier waves, told again
 * @param sold how many reservations became sales
 * @param paidTooLate orders that were paid after they had lost their stock for good
 */
public record WaveOutcome(
        List<TracedDecision> decisions,
        List<TracedDecision> repeated,
        int sold,
        List<UUID> paidTooLate) {

    public WaveOutcome {
        decisions = List.copyOf(decisions);
        repeated = List.copyOf(repeated);
        paidTooLate = List.copyOf(paidTooLate);
    }
}
