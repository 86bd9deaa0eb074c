package dev.springtide.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTests {
    private static final String FIXTURES = "dev.springtide.architecture.fixture.";

    @Test
    void letASoundServicePass() {
        JavaClasses sound = classes("sound");

        assertThat(RingRules.all())
                .allSatisfy(
                        rule -> assertThatCode(() -> rule.check(sound)).doesNotThrowAnyException());
        assertThat(CodeRules.inMainCode())
                .allSatisfy(
                        rule -> assertThatCode(() -> rule.check(sound)).doesNotThrowAnyException());
    }

    @Test
    void refuseAFrameworkInTheDomain() {
        refuses(RingRules.domainIsPlainJava(), "broken.framework", "Parcel");
    }

    @Test
    void refuseSqlInAUseCase() {
        refuses(RingRules.applicationKnowsNoFrameworkButTransactions(), "broken.sql", "SendParcel");
    }

    @Test
    void refuseAUseCaseThatKnowsAnAdapter() {
        refuses(RingRules.innerRingsKnowNoOuterRing(), "broken.outward", "ParcelRow");
    }

    @Test
    void refuseAnAdapterThatKnowsAnother() {
        refuses(RingRules.adaptersDoNotSeeEachOther(), "broken.sideways", "ParcelController");
    }

    @Test
    void refuseAContractOutsideMessaging() {
        refuses(RingRules.onlyMessagingKnowsTheContracts(), "broken.contract", "SomethingHappened");
    }

    @Test
    void refuseACycleOfRooms() {
        refuses(RoomRules.roomsHaveNoCycles(FIXTURES + "broken.room"), "broken.room", "Cycle");
    }

    @Test
    void refuseAContractThatKnowsAnotherRoom() {
        refuses(RoomRules.contractsArePlain(FIXTURES + "broken.room"), "broken.room", "Event");
    }

    @Test
    void refuseTheValueAnnotation() {
        refuses(CodeRules.noValueAnnotation(), "broken.construct", "Settings");
    }

    @Test
    void refuseFieldInjection() {
        refuses(CodeRules.noFieldInjection(), "broken.construct", "runnable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"called", "referred", "millis", "ownClock", "month"})
    void refuseToAskTheMachineForTheTime(String method) {
        refuses(CodeRules.timeComesFromTheClock(), "broken.construct", "Settings." + method);
    }

    @Test
    void letTheInjectedClockBeAsked() {
        assertThatThrownBy(
                        () -> CodeRules.timeComesFromTheClock().check(classes("broken.construct")))
                .message()
                .doesNotContain("allowed");
    }

    @Test
    void refuseSleeping() {
        refuses(CodeRules.noSleep(), "broken.construct", "nap");
    }

    @Test
    void failWhenARingIsMissing() {
        List<ArchRule> ringBound =
                List.of(
                        RingRules.domainIsPlainJava(),
                        RingRules.applicationKnowsNoFrameworkButTransactions(),
                        RingRules.adaptersDoNotSeeEachOther());

        assertThat(ringBound)
                .allSatisfy(rule ->
                        assertThatThrownBy(() -> rule.check(classes("broken.construct")))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("failed to check any classes"));
    }

    private static void refuses(ArchRule rule, String fixture, String named) {
        assertThatThrownBy(() -> rule.check(classes(fixture)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated")
                .hasMessageContaining(named);
    }

    private static JavaClasses classes(String fixture) {
        return new ClassFileImporter().importPackages(FIXTURES + fixture);
    }
}
