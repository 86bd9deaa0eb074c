package dev.springtide.payment.adapter.provider;

import dev.springtide.payment.application.ClaimedOperation;
import dev.springtide.payment.application.NeverLeftException;
import dev.springtide.payment.application.PaymentProvider;
import dev.springtide.payment.domain.ProviderAnswer;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The provider behind Retry(CircuitBreaker(RateLimiter(Bulkhead(call)))). Whatever the guards hold
 * back never left. Time-outs are the call's own: a time limiter would not end a blocking call.
 */
public final class GuardedPaymentProvider implements PaymentProvider {

    private final PaymentProvider provider;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private final Bulkhead bulkhead;

    public GuardedPaymentProvider(
            PaymentProvider provider,
            Retry retry,
            CircuitBreaker breaker,
            RateLimiter limiter,
            Bulkhead bulkhead) {
        this.provider = provider;
        this.retry = retry;
        this.breaker = breaker;
        this.limiter = limiter;
        this.bulkhead = bulkhead;
    }

    /** Nothing while the breaker is open, a few probes while it is half open. */
    @Override
    public int admits(int wanted) {
        int free = Math.min(wanted, bulkhead.getMetrics().getAvailableConcurrentCalls());
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> free;
            case HALF_OPEN ->
                    Math.min(
                            free,
                            breaker.getCircuitBreakerConfig()
                                    .getPermittedNumberOfCallsInHalfOpenState());
            case OPEN, FORCED_OPEN -> 0;
        };
    }

    @Override
    public Optional<ProviderAnswer> ask(ClaimedOperation operation) {
        return guarded(() -> provider.ask(operation));
    }

    @Override
    public ProviderAnswer charge(ClaimedOperation operation, String token) {
        return guarded(() -> provider.charge(operation, token));
    }

    @Override
    public ProviderAnswer voidCharge(ClaimedOperation operation) {
        return guarded(() -> provider.voidCharge(operation));
    }

    @Override
    public ProviderAnswer refund(ClaimedOperation operation) {
        return guarded(() -> provider.refund(operation));
    }

    private <T> T guarded(Supplier<T> call) {
        Supplier<T> bounded = Bulkhead.decorateSupplier(bulkhead, call);
        Supplier<T> limited = RateLimiter.decorateSupplier(limiter, bounded);
        Supplier<T> broken = CircuitBreaker.decorateSupplier(breaker, limited);
        try {
            return Retry.decorateSupplier(retry, broken).get();
        } catch (CallNotPermittedException | RequestNotPermitted | BulkheadFullException e) {
            throw new NeverLeftException("held back by " + e.getClass().getSimpleName(), e);
        }
    }
}
