package dev.springtide.outbox;

import java.time.Duration;
import java.util.List;

/**
 * Events of one difference of snapshots, in the order they are to be published.
 *
 * @param last whether the difference holds nothing behind this page
 * @param age how long ago the oldest of them was appended; zero for an empty page
 */
record OutboxPage(List<OutboxRow> rows, boolean last, Duration age) {

    long lastSeq() {
        return rows.isEmpty() ? 0 : rows.getLast().seq();
    }
}
