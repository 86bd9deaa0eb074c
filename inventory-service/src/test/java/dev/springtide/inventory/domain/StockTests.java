package dev.springtide.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StockTests {

    private static final Stock STOCK = new Stock(new Sku("mug"), 5, 7, 11);

    @Test
    void hasInTheHouseWhatIsAvailableOrReserved() {
        assertThat(STOCK.onHand()).isEqualTo(12);
    }

    @Test
    void takesAnAdjustmentDownToZero() {
        assertThat(STOCK.adjustedBy(-5)).isEqualTo(new Stock(STOCK.sku(), 0, 7, 11));
        assertThat(STOCK.adjustedBy(3)).isEqualTo(new Stock(STOCK.sku(), 8, 7, 11));
    }

    @Test
    void refusesAnAdjustmentBelowZeroAndSaysWhatThereIs() {
        assertThatThrownBy(() -> STOCK.adjustedBy(-6))
                .isInstanceOfSatisfying(
                        InsufficientStockException.class,
                        e -> assertThat(e.available()).isEqualTo(5));
    }

    @ParameterizedTest
    @EnumSource(StockMove.class)
    void losesNoUnitByAnyMove(StockMove move) {
        Stock after = move.apply(STOCK, 2);

        assertThat(after.onHand() + after.sold()).isEqualTo(STOCK.onHand() + STOCK.sold());
    }
}
