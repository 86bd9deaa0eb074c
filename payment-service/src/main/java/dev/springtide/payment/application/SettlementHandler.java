package dev.springtide.payment.application;

import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.application.Settlement.ProviderEvent;
import dev.springtide.payment.domain.IllegalPaymentTransitionException;
import dev.springtide.payment.domain.PaymentCase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was learnt about operations, many at a time in one transaction. */
@Service
public class SettlementHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementHandler.class);

    private final PaymentCases payments;
    private final SettlementLog log;
    private final PaymentNotices notices;
    private final WakeUp wakeUp;
    private final Counter contradictions;
    private final Counter stuck;

    SettlementHandler(
            PaymentCases payments,
            SettlementLog log,
            PaymentNotices notices,
            WakeUp wakeUp,
            MeterRegistry meters) {
        this.payments = payments;
        this.log = log;
        this.notices = notices;
        this.wakeUp = wakeUp;
        this.contradictions =
                Counter.builder("payment.contradictions")
                        .description("Answers of the provider that contradict what is known")
                        .register(meters);
        this.stuck =
                Counter.builder("payment.cancellations.stuck")
                        .description("Cancellations the provider has refused for good")
                        .register(meters);
    }

    /** All or nothing; any of them may be told again. */
    @Transactional
    public void settle(List<Settlement> settlements) {
        List<CallResult> results = only(CallResult.class, settlements);
        List<Settlement> counting = new ArrayList<>(results);
        counting.addAll(log.recordNew(only(ProviderEvent.class, settlements)));
        Map<UUID, PaymentCase> cases =
                payments.lock(counting.stream().map(Settlement::orderId).toList());
        counting.forEach(settlement -> settle(cases, settlement));
        cases.values().stream().filter(PaymentCase::isStuck).forEach(this::report);
        payments.save(cases.values());
        log.finish(results);
        notices.announce(cases.values().stream().flatMap(f -> f.notices().stream()).toList());
        wakeUp.afterCommit();
    }

    private void settle(Map<UUID, PaymentCase> cases, Settlement settlement) {
        PaymentCase file = cases.get(settlement.orderId());
        if (file == null) {
            LOG.warn("The provider knows {}, we do not", settlement.providerKey());
            return;
        }
        try {
            switch (settlement) {
                case CallResult r ->
                        file.settle(r.providerKey(), r.attempt(), r.answer(), r.retryIn());
                case ProviderEvent e -> file.settle(e.providerKey(), 0, e.answer(), Duration.ZERO);
            }
        } catch (IllegalPaymentTransitionException e) {
            contradictions.increment();
            LOG.error("{} contradicts what is known", settlement.providerKey(), e);
        }
    }

    private void report(PaymentCase file) {
        stuck.increment();
        LOG.error("The payment of order {} cannot be undone", file.payment().orderId());
    }

    private static <T extends Settlement> List<T> only(
            Class<T> kind, List<Settlement> settlements) {
        return settlements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
