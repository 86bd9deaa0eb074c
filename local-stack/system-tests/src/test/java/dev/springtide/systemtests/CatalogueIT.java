package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The catalogue: anyone reads it, operators write it. */
class CatalogueIT {
    private static final String PRODUCTS = "/api/v1/products";

    private final Storefront operator = Shop.operator();
    private final Storefront anyone = Shop.stranger();

    @Test
    void anOperatorMakesAndChangesAProduct() {
        String path = PRODUCTS + "/" + Shop.freshSku();

        Answer made = operator.put(path, Shop.productJson("Tea", "drinks", "3.50"));
        Answer changed = operator.put(path, Shop.productJson("Green tea", "drinks", "4.00"));

        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        Eventually.within2Seconds(
                () -> assertThat(anyone.get(path).text("/name")).isEqualTo("Green tea"));
        assertThat(anyone.get(path).text("/price/amount")).isEqualTo("4.00");
        assertThat(anyone.get(path).text("/price/currency")).isEqualTo("EUR");
        assertThat(anyone.get(path).text("/category")).isEqualTo("drinks");
        assertThat(anyone.get(path).text("/description")).isEqualTo("Made by a test");
    }

    @Test
    void aNewProductCanBeOrderedWithinASecond() {
        String sku = Shop.freshSku();
        Storefront alice = Shop.customer("alice");
        Shop.putProduct(sku, "3.50");

        Eventually.within1Second(
                () -> assertThat(alice.place(Basket.of(sku, 1)).status()).isEqualTo(201));
    }

    @Test
    void aChangedPriceIsOrderedAtWithinASecond() {
        String sku = Shop.product("3.50", 10);
        Storefront alice = Shop.customer("alice");
        Shop.putProduct(sku, "4.20");

        Eventually.within1Second(() ->
                assertThat(alice.place(Basket.of(sku, 2).expecting("8.40")).status())
                        .isEqualTo(201));
        Problem.assertThatIs(
                alice.place(Basket.of(sku, 2).expecting("7.00")), 409, "price-changed");
    }

    @Test
    void whatIsAvailableFollowsTheStockWithinTwoSeconds() {
        String sku = Shop.product("3.50", 10);
        Eventually.within2Seconds(() -> assertAvailable(sku, 10));

        Shop.adjust(sku, 5);
        Eventually.within2Seconds(() -> assertAvailable(sku, 15));

        Shop.confirmed(Shop.customer("alice"), Basket.of(sku, 4));
        Eventually.within2Seconds(() -> assertAvailable(sku, 11));
    }

    @Test
    void anUnchangedProductIsNotSentTwice() {
        String path = PRODUCTS + "/" + Shop.product("3.50", 10);
        Eventually.within2Seconds(() ->
                assertThat(anyone.get(path).json().path("available").asInt(-1)).isEqualTo(10));
        Answer first = anyone.get(path);

        Answer again = anyone.get(path, "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag")).matches("(W/)?\".+\"");
        assertThat(first.header("Cache-Control")).contains("max-age");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(anyone.get(PRODUCTS + "?limit=1").header("ETag")).isNotEmpty();
    }

    @Test
    void pagesACategoryWithoutLossOrRepetition() {
        String category = "category-" + UUID.randomUUID().toString().substring(0, 8);
        Set<String> made = new HashSet<>();
        for (int product = 0; product < 5; product++) {
            String sku = Shop.freshSku();
            operator.put(PRODUCTS + "/" + sku, Shop.productJson("Ware", category, "1.00"));
            made.add(sku);
        }

        Set<String> seen = new HashSet<>();
        String query = PRODUCTS + "?category=" + category + "&limit=2";
        String cursor = "";
        do {
            Answer page = anyone.get(query + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            List<JsonNode> items = page.items();
            assertThat(items)
                    .hasSizeLessThanOrEqualTo(2)
                    .allMatch(item -> seen.add(item.path("sku").asString("")));
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=%00", "cursor=nonsense!"})
    void refusesAnUnsoundParameter(String parameter) {
        Problem.assertThatIs(anyone.get(PRODUCTS + "?" + parameter), 400, "invalid-request");
    }

    @Test
    void takesTwentyByDefaultAndAHundredAtMost() {
        assertThat(anyone.get(PRODUCTS).items()).hasSizeLessThanOrEqualTo(20);
        assertThat(anyone.get(PRODUCTS + "?limit=100").status()).isEqualTo(200);
    }

    @Test
    void anUnknownProductIsNotFound() {
        Problem.assertThatIs(anyone.get(PRODUCTS + "/" + Shop.freshSku()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"Tea\"}",
                "{\"name\":\"\",\"description\":\"d\",\"category\":\"c\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Tea\",\"description\":\"d\",\"category\":\"c\",\"price\":{\"amount\":\"1.0\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Tea\",\"description\":\"d\",\"category\":\"c\",\"price\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"Tea\",\"description\":\"d\",\"category\":\"c\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}",
                "{\"name\":\"Tea\",\"description\":\"d\",\"category\":\"c\",\"price\":{\"amount\":\"1.00\",\"currency\":\"XYZ1\"}}",
                "{\"name\":\"Tea\",\"description\":\"d\",\"category\":\"c\",\"stock\":1,\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}"
            })
    void refusesAnUnsoundProduct(String body) {
        Problem.assertThatIs(
                operator.put(PRODUCTS + "/" + Shop.freshSku(), body), 400, "invalid-request");
    }

    private void assertAvailable(String sku, int available) {
        assertThat(anyone.get(PRODUCTS + "/" + sku).json().path("available").asInt(-1))
                .isEqualTo(available);
    }
}
