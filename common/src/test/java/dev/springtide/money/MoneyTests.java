package dev.springtide.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "12.50, EUR, 1250",
        "0.00, EUR, 0",
        "0.01, USD, 1",
        "7, JPY, 7",
        "1.005, BHD, 1005",
        "92233720368547758.07, EUR, 9223372036854775807",
    })
    void readsAndWritesTheCurrencysScale(String amount, String currency, long minor) {
        Money money = Money.of(amount, currency);
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, EUR",
        "12.500, EUR",
        "12, EUR",
        "12., EUR",
        ".50, EUR",
        "-1.00, EUR",
        "+1.00, EUR",
        "01.00, EUR",
        "1e2, JPY",
        "1 000, JPY",
        "'1,00', EUR",
        "'', EUR",
        "' 1.00', EUR",
        "1.00, eur",
        "1.00, EU",
        "1.00, ZZZ",
        "1, XTS",
        "92233720368547758.08, EUR",
        "NaN, EUR",
        "٣.00, EUR",
        "9999999999999999999, JPY",
    })
    void refusesEverythingElse(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @Test
    void calculatesExactly() {
        Money price = Money.of("12.50", "EUR");
        assertThat(price.times(3)).isEqualTo(Money.of("37.50", "EUR"));
        assertThat(price.plus(Money.of("0.01", "EUR"))).isEqualTo(Money.of("12.51", "EUR"));
        Money difference = Money.zero(EUR).minus(price);
        assertThat(difference.isNegative()).isTrue();
        assertThat(difference.amount()).isEqualTo("-12.50");
    }

    @Test
    void refusesToOverflow() {
        Money most = new Money(Long.MAX_VALUE, EUR);
        Money least = new Money(Long.MIN_VALUE, EUR);
        Money cent = Money.of("0.01", "EUR");
        assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(cent)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money euro = Money.of("1.00", "EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(Money.of("1.00", "USD")));
    }
}
