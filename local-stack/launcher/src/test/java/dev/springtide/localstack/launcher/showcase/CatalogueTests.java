package dev.springtide.localstack.launcher.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTests {

    private final List<Product> products = Catalogue.products();

    @Test
    void isARealisticShop() {
        assertThat(products).hasSizeGreaterThanOrEqualTo(200);
        assertThat(products.stream().map(Product::category).distinct())
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(products.stream().map(Product::sku)).doesNotHaveDuplicates();
        assertThat(products.stream().map(Product::name)).doesNotHaveDuplicates();
        assertThat(products).allMatch(one -> one.price().matches("[1-9][0-9]*\\.[0-9]{2}"));
    }

    @Test
    void hasWhatTheSamplesOrderButForTheOneThatRunsOut() {
        Set<String> known = products.stream().map(Product::sku).collect(Collectors.toSet());
        for (Sample sample : Sample.all()) {
            assertThat(known).containsAll(sample.lines().keySet());
        }
        assertThat(products).allMatch(one -> one.stock() > 0 && one.stock() < 999);
    }

    @Test
    void samplesEndInEveryOutcome() {
        assertThat(Sample.all().stream().map(Sample::end))
                .contains("CONFIRMED", "REJECTED", "CANCELLED");
    }
}
