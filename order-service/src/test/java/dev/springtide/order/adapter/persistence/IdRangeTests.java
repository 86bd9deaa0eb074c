package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdRangeTests {

    @Test
    void comparesIdsAsTheServerDoesWhoeverMadeThem() {
        UUID ours = UUID.fromString("019b7700-0000-7000-8000-000000000000");
        UUID later = UUID.fromString("019b7700-0000-7000-8000-000000000001");
        UUID foreign = UUID.fromString("f19b7700-0000-4000-8000-000000000000");
        UUID otherVariant = UUID.fromString("019b7700-0000-7000-0000-000000000000");

        IdRange range = IdRange.of(List.of(foreign, later, otherVariant, ours));

        assertThat(range.lowest()).isEqualTo(otherVariant);
        assertThat(range.highest()).isEqualTo(foreign);
        assertThat(range.array()).containsExactly(otherVariant, ours, later, foreign);
    }
}
