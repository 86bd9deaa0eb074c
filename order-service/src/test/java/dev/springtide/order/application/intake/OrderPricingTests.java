package dev.springtide.order.application.intake;

import static dev.springtide.order.application.intake.IntakeFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.money.Money;
import dev.springtide.order.application.catalogue.ProductPrice;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderLine;
import dev.springtide.order.domain.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderPricingTests {

    private static final Map<Sku, ProductPrice> PRICES =
            Map.of(
                    new Sku("BOARD"), new ProductPrice(new Sku("BOARD"), "Board", eur("12.50")),
                    new Sku("SAKE"),
                            new ProductPrice(new Sku("SAKE"), "Sake", Money.of("500", "JPY")),
                    new Sku("GOLD"),
                            new ProductPrice(new Sku("GOLD"), "Gold", eur("90000000000000000.00")));

    @Test
    void takesNamesAndPricesFromTheCatalogue() {
        assertThat(price(Map.of("BOARD", 3), null))
                .isInstanceOfSatisfying(
                        IntakeOutcome.Placed.class,
                        placed -> {
                            OrderLine line = placed.order().lines().getFirst();
                            assertThat(line.name()).isEqualTo("Board");
                            assertThat(placed.order().total()).isEqualTo(eur("37.50"));
                        });
    }

    @Test
    void checksProductsBeforeCurrencyBeforeTotals() {
        assertThat(price(Map.of("NOPE", 1, "SAKE", 1, "GOLD", 9), eur("1.00")))
                .isEqualTo(new Refusal.UnknownProducts(List.of(new Sku("NOPE"))));
        assertThat(price(Map.of("SAKE", 1, "GOLD", 9), eur("1.00")))
                .isEqualTo(
                        new Refusal.OtherCurrency(
                                Currency.getInstance("EUR"), List.of(new Sku("SAKE"))));
        assertThat(price(Map.of("GOLD", 9), eur("1.00"))).isEqualTo(new Refusal.TotalTooLarge());
        assertThat(price(Map.of("BOARD", 1), eur("1.00")))
                .isEqualTo(new Refusal.PriceChanged(eur("12.50")));
        assertThat(price(Map.of("BOARD", 1), Money.of("1250", "JPY")))
                .isEqualTo(new Refusal.PriceChanged(eur("12.50")));
        assertThat(price(Map.of("BOARD", 1), eur("12.50")))
                .isInstanceOf(IntakeOutcome.Placed.class);
    }

    private static IntakeOutcome price(Map<String, Integer> lines, @Nullable Money expected) {
        PlaceOrder command = command("alice", "key", lines);
        return OrderPricing.price(
                new PlaceOrder(
                        command.key(),
                        command.fingerprint(),
                        command.quantities(),
                        command.currency(),
                        command.paymentToken(),
                        command.shippingAddress(),
                        expected,
                        null),
                new OrderId(UUID.randomUUID()),
                Instant.EPOCH,
                PRICES);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
