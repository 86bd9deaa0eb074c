package dev.springtide.inventory.application;

import java.util.List;
import java.util.UUID;

/**
 * What a wave came to.
 *
 * @param sold how many reservations became sales
 * @param paidTooLate orders that were paid after they had lost their stock for good
 */
public record WaveOutcome(List<TracedDecision> decisions, int sold, List<UUID> paidTooLate) {

    public WaveOutcome {
        decisions = List.copyOf(decisions);
        paidTooLate = List.copyOf(paidTooLate);
    }
}
