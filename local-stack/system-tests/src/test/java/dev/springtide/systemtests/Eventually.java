package dev.springtide.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** The delays that the contract allows. */
final class Eventually {
    private Eventually() {}

    /** A change of price can be ordered. */
    static void within1Second(ThrowingRunnable assertion) {
        within(Duration.ofSeconds(1), assertion);
    }

    /** Stock follows CONFIRMED and CANCELLED; cached numbers follow the stock. */
    static void within2Seconds(ThrowingRunnable assertion) {
        within(Duration.ofSeconds(2), assertion);
    }

    /** Something that has no promised delay. */
    static void soon(ThrowingRunnable assertion) {
        within(Shop.PATIENCE, assertion);
    }

    private static void within(Duration limit, ThrowingRunnable assertion) {
        await().atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
