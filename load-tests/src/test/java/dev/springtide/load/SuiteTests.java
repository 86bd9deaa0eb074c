package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteTests {
    @ParameterizedTest
    @EnumSource(value = Suite.class, names = "FLASH_SALE", mode = EnumSource.Mode.EXCLUDE)
    void warmsUpBeforeAnythingElseWithARisingRate(Suite suite) {
        assertThat(suite.phases(200, 60, 30).getFirst())
                .isEqualTo(new Phase("warm-up", 1, 200, 30));
    }

    @Test
    void warmsUpForAFlashSaleAtAFifthOfItsRush() {
        assertThat(Suite.FLASH_SALE.phases(1_000, 50, 30))
                .containsExactly(new Phase("warm-up", 1, 200, 30), Phase.level("", 1_000, 50));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void namesItsPhasesApart(Suite suite) {
        assertThat(suite.phases(200, 60, 30)).extracting(Phase::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void isFoundByItsNameAndHasASimulation(Suite suite) {
        assertThat(Suite.named(suite.label())).isEqualTo(suite);
        assertThat(
                        SuiteTests.class
                                .getClassLoader()
                                .getResource(suite.simulation().replace('.', '/') + ".class"))
                .isNotNull();
    }

    @Test
    void raisesEachStepOfACapacityRunByAQuarter() {
        List<Phase> steps = Suite.CAPACITY.phases(200, 60, 30);

        assertThat(steps).extracting(Phase::to).startsWith(200, 200, 250, 312, 390);
        assertThat(steps).extracting(Phase::seconds).containsOnly(30, 60);
    }

    @Test
    void offersFiveTimesTheCapacityInAnOverload() {
        assertThat(Suite.OVERLOAD.phases(100, 60, 30))
                .extracting(Phase::to)
                .containsExactly(100, 100, 500, 100, 100);
    }

    @Test
    void refusesASuiteThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Suite.named("rush"))
                .withMessageContaining("peak-hour");
    }
}
