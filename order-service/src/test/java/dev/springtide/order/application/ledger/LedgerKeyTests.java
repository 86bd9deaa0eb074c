package dev.springtide.order.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerKeyTests {

    @Test
    void standsForItsThreePartsAndNotForTheirConcatenation() {
        assertThat(
                        Stream.of(
                                        new LedgerKey("a", "b", "c"),
                                        new LedgerKey("ab", "", "c"),
                                        new LedgerKey("a", "bc", ""),
                                        new LedgerKey("", "ab", "c"),
                                        new LedgerKey("c", "b", "a"))
                                .map(LedgerKey::lockId)
                                .distinct())
                .hasSize(5);
        assertThat(new LedgerKey("a", "b", "c").lockId())
                .isEqualTo(new LedgerKey("a", "b", "c").lockId());
    }

    @Test
    void isOrderedBySubjectThenOperationThenKey() {
        assertThat(
                        Stream.of(
                                        new LedgerKey("b", "a", "a"),
                                        new LedgerKey("a", "b", "a"),
                                        new LedgerKey("a", "a", "b"),
                                        new LedgerKey("a", "a", "a"))
                                .sorted()
                                .map(k -> k.subject() + k.operation() + k.key()))
                .containsExactly("aaa", "aab", "aba", "baa");
    }
}
