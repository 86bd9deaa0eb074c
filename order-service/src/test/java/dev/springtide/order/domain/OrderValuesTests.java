package dev.springtide.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderValuesTests {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final ShippingAddress ADDRESS =
            new ShippingAddress("Ada", "1 Sea Road", null, "Brest", "29200", "FR");

    @Test
    void aPlacedOrderIsPendingAndAddsUpItsLines() {
        Order order =
                Order.place(
                        new OrderId(UUID.randomUUID()),
                        "alice",
                        List.of(line("BOARD", 2, "12.50"), line("WAX", 1, "3.99")),
                        ADDRESS,
                        NOON);

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.NONE);
        assertThat(order.fulfillmentStatus()).isEqualTo(FulfillmentStatus.UNFULFILLED);
        assertThat(order.total()).isEqualTo(Money.of("28.99", "EUR"));
        assertThat(order.version()).isOne();
        assertThat(order.expiresAt()).isNull();
        assertThat(order.expiringAt(NOON).expiresAt()).isEqualTo(NOON);
        assertThat(order.updatedAt()).isEqualTo(order.createdAt());
    }

    @Test
    void aTotalThatDoesNotFitIsNoOrder() {
        List<OrderLine> lines =
                List.of(line("A", 1, "90000000000000000.00"), line("B", 1, "90000000000000000.00"));
        OrderId id = new OrderId(UUID.randomUUID());
        assertThatThrownBy(() -> Order.place(id, "alice", lines, ADDRESS, NOON))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1000, Integer.MAX_VALUE})
    void refusesAQuantityOutOfRange(int value) {
        assertThatThrownBy(() -> new Quantity(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
    void refusesWhatIsNoSku(String value) {
        assertThat(Sku.isValid(value)).isFalse();
        assertThatThrownBy(() -> new Sku(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesSkusOfUpTo200Characters() {
        assertThat(Sku.isValid("s".repeat(200))).isTrue();
        assertThat(Sku.isValid("s".repeat(201))).isFalse();
    }

    @Test
    void keepsTheAddressOutOfTexts() {
        assertThat(ADDRESS.toString()).doesNotContain("Ada", "Sea", "Brest", "29200");
    }

    private static OrderLine line(String sku, int quantity, String price) {
        return new OrderLine(new Sku(sku), sku, new Quantity(quantity), Money.of(price, "EUR"));
    }
}
