package dev.springtide.localstack.simulator.provider;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.springtide.localstack.simulator.http.BadRequestException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in the currency's minor unit; on the wire a decimal string with the currency's scale.
 */
record Amount(long minor, String currency) {

    record Wire(String amount, String currency) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(Wire wire) {
        try {
            int scale = Currency.getInstance(wire.currency()).getDefaultFractionDigits();
            BigDecimal amount = new BigDecimal(wire.amount());
            if (amount.signum() <= 0 || amount.scale() != scale || wire.amount().length() > 18) {
                throw new BadRequestException("amount must be positive with scale " + scale);
            }
            return new Amount(amount.unscaledValue().longValueExact(), wire.currency());
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw new BadRequestException("malformed amount");
        }
    }

    @JsonValue
    Wire wire() {
        int scale = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Wire(BigDecimal.valueOf(minor, scale).toPlainString(), currency);
    }

    boolean sameCurrency(Amount other) {
        return currency.equals(other.currency);
    }
}
