package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The first try of every order: what a client that never repeats would have met. */
final class Attempts {

    private static final int CREATED = 201;
    private static final int SERVER_ERROR = 500;

    /** No request was made. */
    private static final int TURNED_AWAY = -1;

    private final Collection<Attempt> all = new ConcurrentLinkedQueue<>();

    Attempt begin() {
        Attempt attempt = new Attempt();
        all.add(attempt);
        return attempt;
    }

    /** A customer who found too many waiting already, and is not accepted therefore. */
    void turnAway() {
        begin().end(TURNED_AWAY);
    }

    /** The tries sent between two moments of {@link System#nanoTime}. */
    Span between(long from, long to) {
        return new Span(
                all.stream()
                        .filter(attempt -> attempt.sent - from >= 0 && attempt.sent - to < 0)
                        .toList());
    }

    /** One try, over or not. */
    static final class Attempt {
        private final long sent = System.nanoTime();
        private volatile int status;
        private volatile int millis;
        private volatile boolean over;

        /**
         * @param answer 0 when there was none, below 0 when none was asked for
         */
        void end(int answer) {
            status = answer;
            millis = Math.toIntExact(Duration.ofNanos(System.nanoTime() - sent).toMillis());
            over = true;
        }
    }

    /** Some of the tries. */
    record Span(List<Attempt> tries) {

        boolean isOver() {
            return tries.stream().allMatch(attempt -> attempt.over);
        }

        /** The share of all customers who were answered with 201. */
        double accepted() {
            return share(CREATED);
        }

        /** The share that was answered with this status. */
        double share(int status) {
            return tries.isEmpty() ? 0 : (double) count(status, status + 1) / tries.size();
        }

        /** Answers of 500 and above. */
        int serverErrors() {
            return count(SERVER_ERROR, Integer.MAX_VALUE);
        }

        /** Answers with this status. */
        int answered(int status) {
            return count(status, status + 1);
        }

        int unanswered() {
            return count(0, 1);
        }

        /**
         * The time in milliseconds within which this share of all tries was over.
         *
         * @throws IllegalStateException when nobody tried: no bound would say anything
         */
        int quantile(double share) {
            int[] sorted =
                    tries.stream()
                            .filter(attempt -> attempt.status != TURNED_AWAY)
                            .mapToInt(attempt -> attempt.millis)
                            .sorted()
                            .toArray();
            if (sorted.length == 0) {
                throw new IllegalStateException("no order was tried");
            }
            return sorted[(int) (share * (sorted.length - 1))];
        }

        private int count(int from, int to) {
            return Math.toIntExact(
                    tries.stream()
                            .filter(attempt -> attempt.status >= from && attempt.status < to)
                            .count());
        }
    }
}
