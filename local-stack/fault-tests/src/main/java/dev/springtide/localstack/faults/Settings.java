package dev.springtide.localstack.faults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the scenarios are run.
 *
 * @param root the project's folder
 * @param brief seconds instead of minutes
 * @param instances of each service that a scenario wants more than one of
 * @param rate orders offered per second; 0 for what the scenario wants
 * @param kills how many processes the kill scenario kills at least
 * @param orders how many orders the kill scenario offers at least
 */
public record Settings(
        Path root,
        Path target,
        long seed,
        boolean brief,
        int instances,
        int rate,
        int kills,
        int orders) {

    private static final int USUAL_RATE = 50;
    private static final int RATE_IN_SHORT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_IN_SHORT = Duration.ofSeconds(3);

    /** With the rate of this scenario where none was asked for. */
    Settings of(Scenario scenario) {
        int usual = scenario.rate() == 0 ? USUAL_RATE : scenario.rate();
        int own = brief ? RATE_IN_SHORT : usual;
        return new Settings(
                root, target, seed, brief, instances, rate > 0 ? rate : own, kills, orders);
    }

    /** The longest that a customer waits before asking again. */
    Duration longestPause() {
        return brief ? PATIENCE_IN_SHORT : PATIENCE;
    }
}
