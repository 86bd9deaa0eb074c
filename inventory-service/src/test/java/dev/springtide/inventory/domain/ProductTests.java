package dev.springtide.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.springtide.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ProductTests {

    private static final ProductDetails MUG =
            new ProductDetails("Mug", "Holds tea", "kitchen", Money.of("12.50", "EUR"));

    @Test
    void keepsItsVersionWhenNothingChanges() {
        Product product = Product.first(new Sku("mug"), MUG);

        assertThat(
                        product.changedTo(
                                new ProductDetails(
                                        "Mug", "Holds tea", "kitchen", Money.of("12.50", "EUR"))))
                .isSameAs(product);
    }

    @Test
    void risesByOneVersionWithAChange() {
        Product product = Product.first(new Sku("mug"), MUG);
        ProductDetails dearer =
                new ProductDetails("Mug", "Holds tea", "kitchen", Money.of("12.51", "EUR"));

        assertThat(product.changedTo(dearer)).isEqualTo(new Product(product.sku(), dearer, 2));
    }

    @Test
    void hasNoNegativePrice() {
        Money negative = new Money(-1, Currency.getInstance("EUR"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductDetails("Mug", "", "kitchen", negative));
    }
}
