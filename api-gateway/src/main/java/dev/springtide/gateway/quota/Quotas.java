package dev.springtide.gateway.quota;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.springtide.redis.RedisGate;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Counts the requests of every subject. Each is taken from this instance's own bucket first, so
 * that whatever becomes of Redis no instance ever gives more than the quota; then, while Redis
 * answers, from the bucket that all instances share.
 */
final class Quotas {

    /** After this the little that the others were not told of is back, too. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final LoadingCache<String, Account> accounts;
    private final SharedBuckets shared;
    private final RedisGate gate;
    private final Duration patience;
    private final Scheduler workers = Schedulers.parallel();

    Quotas(QuotaProperties properties, SharedBuckets shared, RedisGate gate) {
        Quota quota = new Quota(properties.rate(), properties.burst());
        this.shared = shared;
        this.gate = gate;
        this.patience = properties.timeout();
        this.accounts =
                Caffeine.newBuilder()
                        .maximumSize(properties.subjects())
                        .expireAfterAccess(MEMORY.plus(quota.refill()))
                        .executor(Runnable::run)
                        .build(subject -> new Account(quota, properties.slack()));
    }

    /** Takes one request; the probe tells whether there was one left. Never fails. */
    Mono<ConsumptionProbe> take(String subject) {
        Account account = accounts.get(subject);
        ConsumptionProbe own = account.take();
        if (!own.isConsumed() || !gate.isOpen() || account.isUntold()) {
            return Mono.just(own);
        }
        CompletableFuture<ConsumptionProbe> answer =
                account.takeShared(() -> shared.bucket(subject));
        return answer.state() == Future.State.SUCCESS
                ? Mono.just(answer.resultNow())
                : later(answer, account, own);
    }

    /** What follows is not done on the threads that talk to Redis. */
    private Mono<ConsumptionProbe> later(
            CompletableFuture<ConsumptionProbe> answer, Account account, ConsumptionProbe own) {
        return Mono.fromFuture(answer, true)
                .timeout(patience)
                .publishOn(workers)
                .onErrorResume(failure -> {
                    gate.failed(failure);
                    account.leaveShared();
                    return Mono.just(own);
                });
    }
}
