package dev.springtide.load;

import java.time.Instant;

/**
 * An order of the run as the platform tells it.
 *
 * @param millis from its creation to its last change, by the platform's clock
 */
record OrderRecord(String status, Instant createdAt, long millis) {
    boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }

    Instant changedAt() {
        return createdAt.plusMillis(millis);
    }
}
