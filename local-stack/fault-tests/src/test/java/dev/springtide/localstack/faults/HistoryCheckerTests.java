package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.faults.HistoryChecker.Step;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryCheckerTests {

    private final HistoryChecker checker =
            new HistoryChecker(
                    LegalMoves.of(
                            List.of(
                                    "    PENDING --> RESERVED : STOCK_RESERVED",
                                    "    RESERVED --> CONFIRMED : PAYMENT_CAPTURED")));
    private final HistoryChecker.Reader reader = checker.reader();
    private final UUID order = UUID.randomUUID();

    @Test
    void acceptsALifeThatIsSeenInParts() {
        reader.sees(order, 1, "PENDING");
        reader.sees(order, 1, "PENDING");
        reader.seesNoChange(order);
        reader.sees(order, 3, "CONFIRMED");
        reader.sees(order, 4, "CONFIRMED");
        assertThat(reader.known(order)).isEqualTo(4);
        assertThat(checker.observations()).isEqualTo(5);
        assertThat(checker.violated()).isZero();
    }

    @Test
    void noticesAVersionThatGoesBackForOneReaderOnly() {
        checker.reader().sees(order, 2, "RESERVED");
        reader.sees(order, 1, "PENDING");
        assertThat(checker.violated()).isZero();

        reader.sees(order, 2, "RESERVED");
        reader.sees(order, 1, "PENDING");
        assertThat(checker.violations()).singleElement().asString().contains("version 1 PENDING");
    }

    @Test
    void noticesAStatusThatCannotHaveBeenReached() {
        reader.sees(order, 1, "PENDING");
        reader.sees(order, 2, "CONFIRMED");
        assertThat(checker.violations()).singleElement().asString().contains("no legal way");
    }

    @Test
    void noticesAVersionWithTwoStatuses() {
        checker.reader().sees(order, 2, "RESERVED");
        reader.sees(order, 2, "PENDING");
        assertThat(checker.violations()).singleElement().asString().contains("another reader");
    }

    @Test
    void noticesWhatIsWrongInTheStoredHistory() {
        Step first = new Step(1, null, "PLACED", "PENDING");
        Step second = new Step(2, "PENDING", "STOCK_RESERVED", "RESERVED");
        checker.stored(order, null, first);
        checker.stored(order, first, second);
        checker.stored(order, second, new Step(3, "RESERVED", "PAYMENT_IN_DOUBT", "RESERVED"));
        assertThat(checker.violated()).isZero();

        checker.stored(order, null, second);
        checker.stored(order, first, new Step(3, "PENDING", "STOCK_RESERVED", "RESERVED"));
        checker.stored(order, second, new Step(3, "PENDING", "PAYMENT_CAPTURED", "CONFIRMED"));
        checker.stored(order, second, new Step(3, "RESERVED", "STOCK_RESERVED", "CONFIRMED"));
        assertThat(checker.violated()).isEqualTo(4);
    }

    @Test
    void noticesAHistoryThatIsNotWhatWasShown() {
        reader.sees(order, 1, "RESERVED");
        checker.stored(order, null, new Step(1, null, "PLACED", "PENDING"));
        assertThat(checker.violations()).singleElement().asString().contains("was shown as");
    }
}
