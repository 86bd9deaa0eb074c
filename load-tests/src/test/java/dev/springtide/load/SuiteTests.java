package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteTests {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void warmsUpBeforeAnythingElseWithARisingRate(Suite suite) {
        Phase first = suite.phases(200, 60, 30).getFirst();

        assertThat(first).isEqualTo(new Phase("warm-up", 1, 200, 30));
        assertThat(first.request("POST /orders")).isEqualTo("warm-up POST /orders");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void namesItsPhasesApart(Suite suite) {
        assertThat(suite.phases(200, 60, 30)).extracting(Phase::name).doesNotHaveDuplicates();
    }

    @Test
    void raisesEachStepOfACapacityRunByAQuarter() {
        List<Phase> steps = Suite.CAPACITY.phases(200, 60, 30);

        assertThat(steps).extracting(Phase::to).startsWith(200, 200, 250, 312, 390);
        assertThat(steps).extracting(Phase::seconds).containsOnly(30, 12);
    }

    @Test
    void offersAsManyOrdersInAFlashSaleAsThereAreBuyers() {
        assertThat(Suite.FLASH_SALE.phases(1_000, 60, 30).getLast().orders()).isEqualTo(50_000);
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
