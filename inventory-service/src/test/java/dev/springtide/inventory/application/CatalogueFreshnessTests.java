package dev.springtide.inventory.application;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CatalogueFreshnessTests {

    @Test
    void keepsThePromiseOfTwoSeconds() {
        assertThatCode(() -> freshness(750, 250, 1000)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> freshness(751, 250, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> freshness(0, 250, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> freshness(750, 0, 1000));
    }

    private static CatalogueFreshness freshness(long shared, long local, long http) {
        return new CatalogueFreshness(
                Duration.ofMillis(shared), Duration.ofMillis(local), Duration.ofMillis(http));
    }
}
