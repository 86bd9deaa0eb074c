package dev.springtide.payment.application;

import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.ProviderAnswer;
import dev.springtide.token.PaymentTokenCipher;
import dev.springtide.token.UndecryptableTokenException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one try: asks first if an earlier one may have had its effect. */
@Component
public final class OperationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(OperationRunner.class);

    private final PaymentProvider provider;
    private final PaymentTokenCipher tokens;
    private final RetryBudget budget;
    private final MeterRegistry meters;

    OperationRunner(
            PaymentProvider provider,
            PaymentTokenCipher tokens,
            RetryBudget budget,
            MeterRegistry meters) {
        this.provider = provider;
        this.tokens = tokens;
        this.budget = budget;
        this.meters = meters;
    }

    /** Never throws what the provider or the network does. */
    public ProviderAnswer run(ClaimedOperation operation) {
        Timer.Sample sample = Timer.start(meters);
        ProviderAnswer answer = answer(operation);
        sample.stop(
                Timer.builder("payment.tries")
                        .description("Tries of operations at the provider")
                        .tag("kind", operation.kind().name())
                        .tag("outcome", answer.outcome())
                        .publishPercentileHistogram()
                        .register(meters));
        return answer;
    }

    private ProviderAnswer answer(ClaimedOperation operation) {
        try {
            Optional<ProviderAnswer> known =
                    mustAsk(operation) ? answered(provider.ask(operation)) : Optional.empty();
            return known.isPresent() ? known.get() : answered(send(operation));
        } catch (NeverLeftException e) {
            return new ProviderAnswer.NeverLeft(String.valueOf(e.getMessage()));
        } catch (UnclearAnswerException e) {
            LOG.info("{} is in doubt: {}", operation, e.getMessage());
            return new ProviderAnswer.InDoubt(String.valueOf(e.getMessage()));
        } catch (UndecryptableTokenException e) {
            LOG.error("{} waits for the right token key", operation, e);
            return new ProviderAnswer.NeverLeft("token unreadable");
        }
    }

    /**
     * A void is its own question: it does nothing the second time and says how the charge stands.
     */
    private static boolean mustAsk(ClaimedOperation operation) {
        return operation.inDoubt() && operation.kind() != OperationKind.VOID;
    }

    private <T> T answered(T answer) {
        budget.answered();
        return answer;
    }

    private ProviderAnswer send(ClaimedOperation operation) {
        return switch (operation.kind()) {
            case CHARGE -> provider.charge(operation, token(operation));
            case VOID -> provider.voidCharge(operation);
            case REFUND -> provider.refund(operation);
        };
    }

    private String token(ClaimedOperation operation) {
        String encrypted = operation.encryptedToken();
        if (encrypted == null) {
            throw new NeverLeftException("the token is erased: the charge is decided", null);
        }
        return tokens.decrypt(encrypted, operation.orderId());
    }
}
