package dev.springtide.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.springtide.load.Bound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTests {
    @Test
    void judgesTheMedianStartAndTheLargestMemory() {
        StartTimes times =
                StartTimes.of(
                        List.of(new Start(9, 4, 300), new Start(4, 3, 401), new Start(5, 5, 200)));

        assertThat(times.medianSeconds()).isEqualTo(5);
        assertThat(times.longestSeconds()).isEqualTo(9);
        assertThat(times.medianCpuSeconds()).isEqualTo(4);
        assertThat(broken(StartUp.bounds(Map.of("order-service", times))))
                .containsExactly("order-service RSS until ready, MB");
    }

    @Test
    void comparesTheMediansOfReadsWithAndWithoutTheCache() {
        CatalogueFigures figures =
                CatalogueFigures.of(
                        List.of(reads(900, 9), reads(600, 9), reads(100, 9)),
                        List.of(reads(200, 198), reads(200, 200), reads(1, 1)));

        assertThat(figures.ratio()).isEqualTo(3);
        assertThat(figures.cached().readsPerSecond()).isEqualTo(60);
        assertThat(figures.cached().rounds()).containsExactly(90.0, 60.0, 10.0);
        assertThat(figures.cached().cpuMillisPerRead()).isCloseTo(0.75, within(1e-9));
        assertThat(figures.uncached().fromDatabasePercent()).isEqualTo(100 * 399 / 401.0);
        assertThat(broken(CatalogueReads.bounds(figures))).isEmpty();
    }

    @Test
    void doesNotBelieveReadsThatWereRefusedOrCached() {
        ReadRound cached = new ReadRound(10, 1_000, 1, 0, 0.4);

        assertThat(
                        broken(
                                CatalogueReads.bounds(
                                        CatalogueFigures.of(
                                                List.of(cached), List.of(reads(300, 280))))))
                .containsExactly(
                        "answered by the database without the cache, %", "reads not answered 200");
    }

    @Test
    void comparesTheMediansOfTwoConsumersAndOne() {
        ConsumerFigures figures =
                ConsumerFigures.of(
                        List.of(events(1_000, 0.25), events(2_000, 0.24), events(500, 0.26)),
                        List.of(
                                events(1_800, 0.2, 0.3),
                                events(9, 0.25, 0.25),
                                events(9_000, 1.0)));

        assertThat(figures.ratio()).isEqualTo(1.8);
        assertThat(figures.one().eventsPerSecond()).isEqualTo(100);
        assertThat(figures.one().coresEach()).isEqualTo(0.25);
        assertThat(figures.two().coresEach()).isEqualTo(0.25);
        assertThat(broken(ConsumerScaling.bounds(figures))).isEmpty();
    }

    @Test
    void doesNotBelieveConsumersThatHadNothingToDo() {
        ConsumerRound dry = new ConsumerRound(10, 2_000, List.of(0.1), 1);

        assertThat(
                        broken(
                                ConsumerScaling.bounds(
                                        ConsumerFigures.of(
                                                List.of(events(1_000, 0.25)), List.of(dry)))))
                .containsExactly("partitions that ran dry");
    }

    @Test
    void comparesTheMediansOfOneProductAndMany() {
        HotStockFigures figures =
                HotStockFigures.of(
                        List.of(events(19_990, 1.0), events(10, 1.0), events(90_000, 1.0)),
                        List.of(events(39_980, 1.0)));

        assertThat(figures.ratio()).isEqualTo(0.5);
        assertThat(figures.oneProduct().eventsPerSecond()).isEqualTo(1_999);
        assertThat(broken(HotStock.bounds(figures)))
                .containsExactly("decisions/s about one product");
    }

    @Test
    void judgesTheMedianRateOfARelay() {
        RelayFigures figures =
                RelayFigures.of(
                        List.of(
                                new RelayFigures.Round(2, 8_000, 0.1),
                                new RelayFigures.Round(1, 8_000, 0.2),
                                new RelayFigures.Round(8, 8_000, 0.3)));

        assertThat(figures.eventsPerSecond()).isEqualTo(4_000);
        assertThat(figures.cpuMicrosPerEvent()).isCloseTo(25, within(1e-9));
        assertThat(figures.rounds()).containsExactly(4_000.0, 8_000.0, 1_000.0);
        assertThat(broken(RelayRate.bounds(figures))).isEmpty();
    }

    private static ReadRound reads(long reads, double fromDatabase) {
        return new ReadRound(10, reads, 0, fromDatabase, 0.4);
    }

    private static ConsumerRound events(long events, Double... cores) {
        return new ConsumerRound(10, events, List.of(cores), 0);
    }

    private static List<String> broken(List<Bound> bounds) {
        return bounds.stream().filter(bound -> !bound.held()).map(Bound::what).toList();
    }
}
