package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LegalMovesTests {

    private final LegalMoves moves;

    LegalMovesTests() throws Exception {
        moves =
                LegalMoves.of(
                        Path.of(Objects.requireNonNull(System.getProperty("springtide.root"))));
    }

    @Test
    void readsThePublishedDiagram() {
        assertThat(moves.allows("PENDING", "STOCK_RESERVED", "RESERVED")).isTrue();
        assertThat(moves.allows("PENDING", "STOCK_RESERVED", "CONFIRMED")).isFalse();
        assertThat(moves.isFirst("PENDING")).isTrue();
        assertThat(moves.moves()).hasSizeGreaterThan(8);
    }

    @Test
    void countsTheVersionsAWayNeeds() {
        assertThat(moves.leads("PENDING", "CONFIRMED", 1)).isFalse();
        assertThat(moves.leads("PENDING", "CONFIRMED", 2)).isTrue();
        assertThat(moves.leads("CONFIRMED", "CONFIRMED", 0)).isTrue();
        assertThat(moves.leads("REJECTED", "CONFIRMED", 9)).isFalse();
        assertThat(moves.leads("COMPLETED", "CANCELLED", 9)).isFalse();
    }

    @Test
    void refusesAPageWithoutMoves() {
        List<String> page = List.of("# How an order lives");

        assertThatThrownBy(() -> LegalMoves.of(page)).isInstanceOf(IllegalArgumentException.class);
    }
}
