package dev.springtide.gateway.quota;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many who ask for one subject at the same time.
 *
 * @param admitted of all that were asked for
 * @param took from the first question to the last answer
 * @param longest that one of them waited
 */
record Crowd(int admitted, Duration took, Duration longest) {

    private static final int CALLERS = 32;

    /** The instances in turn, from as many threads as there are callers. */
    static Crowd asks(String subject, int requests, List<Instance> instances) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        AtomicLong longest = new AtomicLong();
        CountDownLatch start = new CountDownLatch(1);
        long begin;
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> {
                    awaitStart(start);
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long asked = System.nanoTime();
                        if (instances.get(n % instances.size()).admits(subject)) {
                            admitted.incrementAndGet();
                        }
                        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                    }
                });
            }
            begin = System.nanoTime();
            start.countDown();
        }
        return new Crowd(
                admitted.get(),
                Duration.ofNanos(System.nanoTime() - begin),
                Duration.ofNanos(longest.get()));
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a bucket gives in the time that this took. */
    int quota(QuotaProperties properties) {
        return properties.burst() + (int) (properties.rate() * took.toNanos() / 1e9) + 1;
    }
}
