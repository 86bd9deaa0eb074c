package dev.springtide.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTokenCipherTests {

    private static final UUID ORDER = new UUID(1, 2);

    private final PaymentTokenCipher cipher = new PaymentTokenCipher(key(1));

    @Test
    void givesBackWhatItEncrypted() {
        assertThat(cipher.decrypt(cipher.encrypt("tok_visa", ORDER), ORDER)).isEqualTo("tok_visa");
    }

    @Test
    void neverEncryptsTheSameWayTwice() {
        assertThat(cipher.encrypt("tok_visa", ORDER))
                .isNotEqualTo(cipher.encrypt("tok_visa", ORDER));
    }

    @Test
    void refusesATokenOfAnotherOrder() {
        String encrypted = cipher.encrypt("tok_visa", ORDER);

        assertThatThrownBy(() -> cipher.decrypt(encrypted, new UUID(1, 3)))
                .isInstanceOf(UndecryptableTokenException.class)
                .hasMessageNotContaining(encrypted);
    }

    @Test
    void refusesATokenOfAnotherKey() {
        String encrypted = new PaymentTokenCipher(key(2)).encrypt("tok_visa", ORDER);

        assertThatThrownBy(() -> cipher.decrypt(encrypted, ORDER))
                .isInstanceOf(UndecryptableTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1.",
                "v1.AAAA",
                "v1.*",
                "v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "tok_visa"
            })
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> cipher.decrypt(text, ORDER))
                .isInstanceOf(UndecryptableTokenException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "*secret*"})
    void refusesAKeyThatIsNot256Bits(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTokenCipher(key))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void hidesTheKey() {
        assertThat(new PaymentTokenProperties(key(1)).toString()).doesNotContain(key(1));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
