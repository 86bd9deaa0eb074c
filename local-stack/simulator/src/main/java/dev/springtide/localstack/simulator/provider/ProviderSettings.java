package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.BadRequestException;

/**
 * How the provider behaves. Rates are shares of 1 and apply to charges that are decided, not to
 * replays.
 *
 * @param latencyMillis before anything is decided, 0 to 60000
 * @param timeoutAfterChargeRate charged, and the answer never comes
 * @param timeoutBeforeChargeRate not charged, and no answer
 * @param errorAfterChargeRate charged, and answered with 500
 * @param webhooks of which charges the shop is told
 * @param duplicateWebhookRate sent twice under one event id
 * @param reorderWebhooks each is held back for up to half a second
 * @param outage everything but settings and ledger answers 503
 * @param seed of the faults: the same seed, key and try meet the same fault
 */
public record ProviderSettings(
        int latencyMillis,
        double timeoutAfterChargeRate,
        double timeoutBeforeChargeRate,
        double errorAfterChargeRate,
        Webhooks webhooks,
        double duplicateWebhookRate,
        boolean reorderWebhooks,
        boolean outage,
        long seed) {

    /** Of which charges the shop is told; DOUBTS: those whose answer was not delivered. */
    public enum Webhooks {
        ALL,
        DOUBTS,
        NONE
    }

    public static final ProviderSettings DEFAULTS =
            new ProviderSettings(50, 0, 0, 0, Webhooks.DOUBTS, 0, false, false, 1);

    public ProviderSettings {
        if (latencyMillis < 0 || latencyMillis > 60_000) {
            throw new BadRequestException("latencyMillis must be 0 to 60000");
        }
        requireRate(timeoutAfterChargeRate + timeoutBeforeChargeRate + errorAfterChargeRate);
        requireRate(timeoutAfterChargeRate);
        requireRate(timeoutBeforeChargeRate);
        requireRate(errorAfterChargeRate);
        requireRate(duplicateWebhookRate);
    }

    public ProviderSettings withLatencyMillis(int millis) {
        return new ProviderSettings(
                millis,
                timeoutAfterChargeRate,
                timeoutBeforeChargeRate,
                errorAfterChargeRate,
                webhooks,
                duplicateWebhookRate,
                reorderWebhooks,
                outage,
                seed);
    }

    private static void requireRate(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new BadRequestException("rates must be 0 to 1, the three faults together too");
        }
    }
}
