package dev.springtide.localstack.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Holds what readers see of orders against the published moves: for no reader does an order go back
 * to an earlier version, a version has one status for everybody, and between two versions lies a
 * legal way. Safe for concurrent use; a {@link Reader} is for one thread.
 */
final class HistoryChecker {

    private static final int TOLD = 100;

    private final LegalMoves moves;
    private final Map<UUID, Map<Long, String>> statuses = new ConcurrentHashMap<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final LongAdder violated = new LongAdder();
    private final LongAdder observations = new LongAdder();

    HistoryChecker(LegalMoves moves) {
        this.moves = moves;
    }

    Reader reader() {
        return new Reader();
    }

    int observations() {
        return observations.intValue();
    }

    int violated() {
        return violated.intValue();
    }

    /** The first of them, in words. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** What one reader has seen last of each order. */
    final class Reader {
        private final Map<UUID, Seen> last = new HashMap<>();

        /** The version it knows of an order; 0 for none. */
        long known(UUID order) {
            Seen seen = last.get(order);
            return seen == null ? 0 : seen.version();
        }

        void sees(UUID order, long version, String status) {
            observations.increment();
            Seen now = new Seen(version, status);
            String other = note(order, now);
            require(other.equals(status), order, now + " is " + other + " for another reader");
            Seen before = last.put(order, now);
            if (before != null) {
                long later = version - before.version();
                require(later >= 0, order, now + " after " + before);
                require(
                        later < 0 || moves.leads(before.status(), status, later),
                        order,
                        "no legal way from " + before + " to " + now);
            }
        }

        /** Told that nothing has changed since the version it knows. */
        void seesNoChange(UUID order) {
            observations.increment();
            require(last.containsKey(order), order, "unchanged, and never seen");
        }
    }

    /** One row of an order's stored history, after the row before it. */
    void stored(UUID order, @Nullable Step before, Step row) {
        observations.increment();
        Seen now = new Seen(row.version(), row.to());
        if (before == null) {
            require(
                    row.version() == 1 && row.from() == null && moves.isFirst(row.to()),
                    order,
                    "begins with " + now);
        } else {
            require(row.version() == before.version() + 1, order, now + " after " + before);
            require(before.to().equals(row.from()), order, "from " + row.from() + " to " + now);
            require(
                    row.to().equals(before.to())
                            || moves.allows(before.to(), row.trigger(), row.to()),
                    order,
                    before.to() + " by " + row.trigger() + " to " + now);
        }
        String shown = statuses.getOrDefault(order, Map.of()).getOrDefault(row.version(), row.to());
        require(shown.equals(row.to()), order, now + " was shown as " + shown);
    }

    /** A row of the stored history; without {@code from} the first. */
    record Step(long version, @Nullable String from, String trigger, String to) {}

    private record Seen(long version, String status) {
        @Override
        public String toString() {
            return "version " + version + " " + status;
        }
    }

    /** The status that this version had when anybody first saw it. */
    private String note(UUID order, Seen now) {
        return statuses.computeIfAbsent(order, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(now.version(), _ -> now.status());
    }

    private void require(boolean holds, UUID order, String otherwise) {
        if (!holds) {
            violated.increment();
            if (violations.size() < TOLD) {
                violations.add(order + ": " + otherwise);
            }
        }
    }
}
