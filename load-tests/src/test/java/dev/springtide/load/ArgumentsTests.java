package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTests {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
    private static final URI ISSUER = URI.create("http://127.0.0.1:8090/issuer");

    @Test
    void takesTheLocalPlatformAndTheSuitesOwnRateUnlessToldOtherwise() {
        Settings settings = settings("peak-hour");

        assertThat(settings.gateway()).isEqualTo(GATEWAY);
        assertThat(settings.phases()).contains(Phase.level("", 167, 1_800));
        assertThat(settings.brief()).isFalse();
    }

    @Test
    void takesWhatItIsTold() {
        Settings settings =
                settings(
                        "steady",
                        "--url",
                        "https://shop.example",
                        "--rate",
                        "20",
                        "--minutes",
                        "0.5");

        assertThat(settings.gateway()).isEqualTo(URI.create("https://shop.example"));
        assertThat(settings.phases()).contains(Phase.level("", 20, 30));
    }

    @Test
    void keepsAShortCapacityRunBelowThreeMinutesOfLoad() {
        assertThat(settings("capacity", "--short").seconds()).isBetween(60, 180);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--fast"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--rate"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--rate", "0"));
    }

    private static Settings settings(String... line) {
        return Arguments.of(List.of(line)).settings(GATEWAY, ISSUER);
    }
}
