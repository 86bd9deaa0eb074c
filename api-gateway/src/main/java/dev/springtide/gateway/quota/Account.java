package dev.springtide.gateway.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one subject used, as far as this instance knows. */
final class Account {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Bucket own;
    private final @Nullable Bucket untold;
    private @Nullable AsyncBucketProxy shared;

    /**
     * @param slack requests of a minute that the others are not told of
     */
    Account(Quota quota, int slack) {
        own = Bucket.builder().addLimit(quota.bandwidth()).withNanosecondPrecision().build();
        untold =
                slack == 0
                        ? null
                        : Bucket.builder()
                                .addLimit(
                                        limit -> limit.capacity(slack).refillGreedy(slack, MINUTE))
                                .withNanosecondPrecision()
                                .build();
    }

    /** From this instance's bucket, which is as large as that of all together. */
    ConsumptionProbe take() {
        return own.tryConsumeAndReturnRemaining(1);
    }

    /** Whether the request may stay between the subject and this instance. */
    boolean isUntold() {
        return untold != null && untold.tryConsume(1);
    }

    /** From the bucket of all instances. */
    CompletableFuture<ConsumptionProbe> takeShared(Supplier<AsyncBucketProxy> bucket) {
        return shared(bucket).tryConsumeAndReturnRemaining(1);
    }

    private synchronized AsyncBucketProxy shared(Supplier<AsyncBucketProxy> bucket) {
        AsyncBucketProxy current = shared;
        if (current == null) {
            current = bucket.get();
            shared = current;
        }
        return current;
    }

    /** After a failure, whose traces the next bucket must not have. */
    synchronized void leaveShared() {
        shared = null;
    }
}
