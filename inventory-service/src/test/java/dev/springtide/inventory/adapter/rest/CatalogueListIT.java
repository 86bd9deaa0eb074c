package dev.springtide.inventory.adapter.rest;

import static dev.springtide.inventory.adapter.rest.Http.ANYONE;
import static dev.springtide.inventory.adapter.rest.Http.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.adapter.rest.Http.Answer;
import dev.springtide.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@InventoryTest
class CatalogueListIT {

    private static final String LIST = "/api/v1/products";

    @LocalServerPort int port;

    private final String category = "category-" + UUID.randomUUID();
    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void listsACategoryFromTheNewestOnInPages() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.addFirst(put());
        }

        Answer first = list("&limit=2");
        Answer second = list("&limit=2&cursor=" + first.text("nextCursor"));
        Answer third = list("&limit=2&cursor=" + second.text("nextCursor"));

        List<String> listed = new ArrayList<>();
        List.of(first, second, third).forEach(page -> listed.addAll(skus(page)));
        assertThat(listed).isEqualTo(newestFirst);
        assertThat(third.json().path("nextCursor").isString()).isFalse();
        assertThat(first.header("Cache-Control")).isEqualTo("max-age=1, public");
        assertThat(
                        http.get(
                                        LIST + "?category=" + category + "&limit=2",
                                        ANYONE,
                                        "If-None-Match",
                                        first.header("ETag"))
                                .status())
                .isEqualTo(304);
    }

    @Test
    void listsTwentyWithoutALimit() {
        for (int i = 0; i < 21; i++) {
            put();
        }

        Answer page = http.get(LIST, ANYONE);

        assertThat(skus(page)).hasSize(20);
        assertThat(page.text("nextCursor")).isNotEmpty();
        assertThat(skus(list("&limit=100"))).hasSize(21);
    }

    @Test
    void listsNothingOfACategoryNobodyUses() {
        Answer page = list("");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().path("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=1.0",
                "cursor=x",
                "cursor=%00",
                "category=%00",
                "category="
            })
    void refusesWhatIsNoPage(String query) {
        assertThat(http.get(LIST + "?" + query, ANYONE).problem()).isEqualTo("invalid-request");
    }

    @Test
    void refusesACursorOfAnotherList() {
        for (String cursor :
                List.of(
                        Cursor.encode("x", "mug"),
                        Cursor.encode("1", "no sku"),
                        Cursor.encode("-1", "mug"),
                        Cursor.encode("9".repeat(19), "mug"),
                        Cursor.encode("1"))) {
            assertThat(http.get(LIST + "?cursor=" + cursor, ANYONE).problem())
                    .isEqualTo("invalid-request");
        }
        assertThat(http.get(LIST + "?cursor=" + Cursor.encode("9".repeat(18), "mug"), ANYONE))
                .returns(200, Answer::status);
    }

    private String put() {
        String sku = "sku-" + UUID.randomUUID();
        Answer answer =
                http.put(
                        LIST + "/" + sku,
                        OPERATOR,
                        """
                        {"name":"Mug","description":"","category":"%s",
                         "price":{"amount":"1.00","currency":"EUR"}}
                        """
                                .formatted(category));
        assertThat(answer.status()).isEqualTo(201);
        return sku;
    }

    private Answer list(String more) {
        return http.get(LIST + "?category=" + category + more, ANYONE);
    }

    private static List<String> skus(Answer page) {
        List<String> skus = new ArrayList<>();
        for (JsonNode item : page.json().path("items")) {
            skus.add(item.path("sku").asString());
        }
        return skus;
    }
}
