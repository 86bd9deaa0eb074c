package dev.springtide.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An exact amount in the minor units of its currency. Arithmetic never rounds: it answers exactly
 * or throws {@link ArithmeticException}. Two amounts of different currencies never mix.
 *
 * @param minor the amount in minor units (cents for EUR); may be negative as a difference
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minor, Currency currency) {

    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]+)?");
    private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency has no minor units");
        }
    }

    /**
     * Reads a decimal string with exactly the currency's scale, such as {@code "12.50"} for EUR.
     *
     * @throws IllegalArgumentException for a sign, another scale, leading zeros, an exponent, more
     *     than fits a {@code long}, or an unknown currency
     */
    public static Money of(String decimal, String currency) {
        Currency known = currency(currency);
        if (!DECIMAL.matcher(decimal).matches()) {
            throw new IllegalArgumentException("amount must be a plain decimal without a sign");
        }
        BigDecimal amount = new BigDecimal(decimal);
        if (amount.scale() != known.getDefaultFractionDigits()) {
            throw new IllegalArgumentException(
                    "amount must have %d decimals".formatted(known.getDefaultFractionDigits()));
        }
        try {
            return new Money(amount.unscaledValue().longValueExact(), known);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amount is too large", e);
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The decimal string with the currency's scale; the inverse of {@link #of} unless negative. */
    public String amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(minor, (long) factor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of different currencies");
        }
        return other;
    }

    private static Currency currency(String code) {
        if (!CURRENCY_CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code");
        }
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency is unknown", e);
        }
    }
}
