package dev.springtide.order.application.saga;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When an order that waits for an answer asks again: after the first wait, then after twice as long
 * as before, until it has asked often enough.
 *
 * @param first the wait before it asks again for the first time
 * @param longest no wait is longer
 * @param most how often it asks again in one status; 0 for never
 */
public record Repeats(Duration first, Duration longest, int most) {

    /** The waits in milliseconds, one for each time. */
    public List<Long> waits() {
        List<Long> waits = new ArrayList<>(most);
        long wait = first.toMillis();
        for (int i = 0; i < most; i++) {
            waits.add(Math.min(wait, longest.toMillis()));
            wait = Math.min(2 * wait, longest.toMillis());
        }
        return waits;
    }
}
