package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SettingsTests {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
    private static final URI ISSUER = URI.create("http://127.0.0.1:8090/issuer");

    @Test
    void takesTheLocalPlatformAndTheSuitesOwnRateUnlessToldOtherwise() {
        Settings settings = settings("peak-hour");

        assertThat(settings.gateway()).isEqualTo(GATEWAY);
        assertThat(settings.phases())
                .containsExactly(new Phase("warm-up", 1, 167, 180), Phase.level("", 167, 1_800));
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
                        "0.5",
                        "--warm-up-seconds",
                        "7");

        assertThat(settings.gateway()).isEqualTo(URI.create("https://shop.example"));
        assertThat(settings.phases())
                .containsExactly(new Phase("warm-up", 1, 20, 7), Phase.level("", 20, 30));
    }

    @Test
    void keepsAShortCapacityRunBelowThreeMinutesOfLoad() {
        assertThat(settings("capacity", "--short").phases().stream().mapToInt(Phase::seconds).sum())
                .isBetween(60, 180);
    }

    @Test
    void endsAFullCapacityRunInTheFirstStepThatBreaks() {
        Settings settings = settings("capacity");
        List<Phase> steps = settings.phases();

        assertThat(settings.endsIn(steps.get(2), Set.of(steps.get(1))::contains)).isFalse();
        assertThat(settings.endsIn(steps.get(2), Set.of(steps.get(2))::contains)).isTrue();
    }

    @Test
    void endsAShortCapacityRunInTheSecondOfTwoStepsThatBreak() {
        Settings settings = settings("capacity", "--short");
        List<Phase> steps = settings.phases();

        assertThat(settings.endsIn(steps.get(1), Set.copyOf(steps)::contains)).isFalse();
        assertThat(settings.endsIn(steps.get(3), Set.of(steps.get(1), steps.get(3))::contains))
                .isFalse();
        assertThat(settings.endsIn(steps.get(3), Set.of(steps.get(2), steps.get(3))::contains))
                .isTrue();
        assertThat(settings.endsIn(steps.get(3), Set.of(steps.get(2))::contains)).isFalse();
    }

    @Test
    void sellsOneUnitOfAFlashSaleForFiveWhoWantIt() {
        assertThat(settings("flash-sale").flashUnits()).isEqualTo(10_000);
        assertThat(settings("flash-sale", "--rate", "100", "--minutes", "0.5").flashUnits())
                .isEqualTo(600);
    }

    @Test
    void isTheSameForTheLoadGenerator(@TempDir Path folder) {
        Settings settings = settings("overload");
        Path file = folder.resolve("settings.json");

        settings.write(file);

        assertThat(JsonMapper.shared().readValue(file, Settings.class)).isEqualTo(settings);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--fast"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--rate"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--rate", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("steady", "--rate", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("rush"));
    }

    private static Settings settings(String... line) {
        return Settings.of(
                Arguments.of(List.of(line), Settings.FLAGS, Settings.VALUES), GATEWAY, ISSUER);
    }
}
