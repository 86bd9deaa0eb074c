package dev.springtide.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "TEA-1_b.9", "NULL"})
    void takesLettersDigitsDotUnderscoreAndHyphen(String value) {
        assertThat(new Sku(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a/b", "a\n", "\"", "{a}"})
    void refusesAnythingElse(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sku(value));
    }

    @Test
    void hasAtMost64Characters() {
        assertThat(Sku.isValid("x".repeat(64))).isTrue();
        assertThat(Sku.isValid("x".repeat(65))).isFalse();
    }
}
