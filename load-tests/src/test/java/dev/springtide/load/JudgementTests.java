package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTests {
    private static final Map<String, Long> ALL_CONFIRMED = Map.of("CONFIRMED", 1_000L);

    @Test
    void passesASteadyRunOnItsBounds() {
        assertThat(broken(level(0, 1_000, 2_000))).isEmpty();
    }

    @Test
    void breaksWhatIsAboveOrBelow() {
        assertThat(broken(level(2, 1_001, 2_001)))
                .containsExactly(
                        "answered 201, %", "p95 of POST /orders, ms", "p95 until CONFIRMED, ms");
    }

    @Test
    void breaksWhenOrdersAreLostOrStillOnTheirWay() {
        Map<String, Long> ends = Map.of("CONFIRMED", 990L, "RESERVED", 5L);

        assertThat(broken(judgement(Suite.STEADY, false, List.of(level()), ends, null, List.of())))
                .containsExactly(
                        "orders still on their way",
                        "orders the platform has, of those acknowledged",
                        "CONFIRMED of all orders, %");
    }

    @Test
    void holdsAShortCapacityRunOnlyAgainstHavingOne() {
        assertThat(broken(capacity(true, new Capacity(100, 6_000, null, 9)))).isEmpty();
        assertThat(broken(capacity(true, new Capacity(0, 0, 0.0, 0))))
                .containsExactly("confirmed per minute");
    }

    @Test
    void breaksAFullCapacityRunWhoseRatioIsNotKnown() {
        assertThat(broken(capacity(false, new Capacity(1_000, 60_000, null, 1.6))))
                .containsExactly("ratio to the database alone");
        assertThat(broken(capacity(false, new Capacity(1_000, 60_000, 0.5, 1.6)))).isEmpty();
    }

    @Test
    void breaksAFlashSaleThatSellsOneTooMany() {
        assertThat(broken(sale(new Sale(100, 101, 2_000)))).containsExactly("units sold");
        assertThat(broken(sale(new Sale(100, 100, 1_999)))).containsExactly("decisions per second");
    }

    @Test
    void comparesOverloadWithCapacity() {
        assertThat(broken(overload(900))).isEmpty();
        assertThat(broken(overload(899))).containsExactly("goodput in overload ÷ at capacity");
    }

    @Test
    void doesNotPassASoakThatNobodyWatched() {
        assertThat(broken(soak(List.of()))).containsExactly("things watched for leaks");
        assertThat(broken(soak(List.of(new Growth("heap", 9, 1, 2, true)))))
                .containsExactly("leaks");
    }

    @Test
    void breaksWhenAServiceTakesTooMuchMemoryInAnyPhase() {
        assertThat(broken(memory(false, 399.9, 400))).isEmpty();
        assertThat(broken(memory(false, 400.1, 399)))
                .containsExactly("RSS of the largest service, MB");
        assertThat(broken(memory(true, 400.1, 399))).isEmpty();
    }

    private static Judgement memory(boolean brief, double orders, double payments) {
        return judgement(
                Suite.STEADY,
                brief,
                List.of(
                        PhaseFiguresTests.withMemory("warm-up", "order-service", orders),
                        PhaseFiguresTests.withMemory("", "payment-service", payments)),
                ALL_CONFIRMED,
                null,
                List.of());
    }

    private static PhaseFigures level() {
        return PhaseFiguresTests.figures("", 100, 1_000, 1_000, 1_000, 0, 1, 1);
    }

    private static Judgement level(int refused, long post, long toConfirmed) {
        PhaseFigures phase =
                PhaseFiguresTests.figures("", 100, 1_000, 1_000, 1_000, refused, post, toConfirmed);
        return judgement(Suite.STEADY, false, List.of(phase), ALL_CONFIRMED, null, List.of());
    }

    private static Judgement capacity(boolean brief, Capacity capacity) {
        return new Judgement(
                Suite.CAPACITY, brief, List.of(), 1_000, ALL_CONFIRMED, capacity, null, List.of());
    }

    private static Judgement sale(Sale sale) {
        return judgement(Suite.FLASH_SALE, false, List.of(), ALL_CONFIRMED, sale, List.of());
    }

    private static Judgement soak(List<Growth> growth) {
        return judgement(Suite.SOAK, false, List.of(level()), ALL_CONFIRMED, null, growth);
    }

    private static Judgement overload(int confirmed) {
        List<PhaseFigures> phases = new ArrayList<>();
        phases.add(PhaseFiguresTests.figures("capacity", 100, 1_000, 1_000, 1_000, 0, 1, 1));
        phases.add(PhaseFiguresTests.figures("overload", 500, 900, confirmed, 900, 4_100, 1, 1));
        phases.add(PhaseFiguresTests.figures("recovered", 100, 1_000, 1_000, 1_000, 0, 1, 1));
        return judgement(Suite.OVERLOAD, false, phases, ALL_CONFIRMED, null, List.of());
    }

    private static Judgement judgement(
            Suite suite,
            boolean brief,
            List<PhaseFigures> phases,
            Map<String, Long> ends,
            @Nullable Sale sale,
            List<Growth> growth) {
        return new Judgement(suite, brief, phases, 1_000, ends, null, sale, growth);
    }

    private static List<String> broken(Judgement judgement) {
        return judgement.bounds().stream().filter(bound -> !bound.held()).map(Bound::what).toList();
    }
}
