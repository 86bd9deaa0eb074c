package dev.springtide.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about the states draws what the table says. */
class PaymentStatesPageTests {

    private static final Path PAGE = Path.of("..", "docs", "payment-states.md");

    @Test
    void drawsExactlyTheMovesOfTheTable() throws IOException {
        List<String> moves =
                PaymentTransitions.moves().stream()
                        .map(m -> "    %s --> %s : %s".formatted(m.from(), m.to(), m.trigger()))
                        .toList();

        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.contains("-->") && !line.contains("[*]"))
                .containsExactlyElementsOf(moves);
    }
}
