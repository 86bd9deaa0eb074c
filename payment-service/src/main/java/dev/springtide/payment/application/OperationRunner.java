package dev.springtide.payment.application;

import dev.springtide.payment.domain.ProviderAnswer;
import dev.springtide.token.PaymentTokenCipher;
import dev.springtide.token.UndecryptableTokenException;
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

    OperationRunner(PaymentProvider provider, PaymentTokenCipher tokens, RetryBudget budget) {
        this.provider = provider;
        this.tokens = tokens;
        this.budget = budget;
    }

    /** Never throws what the provider or the network does. */
    public ProviderAnswer run(ClaimedOperation operation) {
        try {
            Optional<ProviderAnswer> known =
                    operation.inDoubt() ? provider.ask(operation) : Optional.empty();
            ProviderAnswer answer = known.orElseGet(() -> send(operation));
            budget.answered();
            return answer;
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
