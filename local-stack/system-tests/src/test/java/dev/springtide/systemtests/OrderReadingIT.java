package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading orders: one, a page, a history. */
class OrderReadingIT {
    private static final String ORDERS = "/api/v1/orders";
    private static final String SKU = Shop.product("3.50", 1_000);

    private final Storefront alice = Shop.customer("alice");

    @Test
    void anUnchangedOrderIsNotSentTwice() {
        Answer order = Shop.confirmed(alice, Basket.of(SKU, 1));
        String path = ORDERS + "/" + order.id();
        String tag = alice.get(path).header("ETag");

        Answer unchanged = alice.get(path, "If-None-Match", tag);
        alice.cancel(order.id());
        Answer changed = alice.get(path, "If-None-Match", tag);

        assertThat(tag).matches("(W/)?\".+\"");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt())
                .isGreaterThan(order.json().path("version").asInt());
    }

    @Test
    void somebodyElsesOrderLooksLikeAMissingOne() {
        Answer order = alice.place(Basket.of(SKU, 1));
        Storefront mallory = Shop.customer("mallory");
        String missing = UUID.randomUUID().toString();

        Answer foreign = mallory.order(order.id());

        Problem.assertThatIs(foreign, 404, "not-found");
        assertThat(withoutId(foreign, order.id()))
                .isEqualTo(withoutId(mallory.order(missing), missing));
        Problem.assertThatIs(
                mallory.get(ORDERS + "/" + order.id() + "/timeline"), 404, "not-found");
        assertThat(mallory.get(ORDERS).items()).isEmpty();
    }

    @Test
    void anOperatorReadsAnybodysOrder() {
        Answer order = alice.place(Basket.of(SKU, 1));

        assertThat(Shop.operator().order(order.id()).status()).isEqualTo(200);
        assertThat(Shop.operator().get(ORDERS + "/" + order.id() + "/timeline").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "x", "1.5", ""})
    void refusesAnUnsoundLimit(String limit) {
        Problem.assertThatIs(alice.get(ORDERS + "?limit=" + limit), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=AAAA",
                "status=LOST",
                "from=yesterday",
                "to=2026-13-01T00:00:00Z"
            })
    void refusesAnUnsoundParameter(String parameter) {
        Problem.assertThatIs(alice.get(ORDERS + "?" + parameter), 400, "invalid-request");
    }

    @Test
    void anIdThatIsNoneIsNotFoundOrRefused() {
        assertThat(alice.order("42").status()).isIn(400, 404);
        assertThat(alice.order("42").header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void pagesTheHistoryNewestFirst() {
        List<String> placed = new ArrayList<>();
        for (int order = 0; order < 7; order++) {
            placed.addFirst(alice.place(Basket.of(SKU, 1)).id());
        }

        List<String> seen = new ArrayList<>();
        String next = ORDERS + "?limit=3";
        int pages = 0;
        while (!next.isEmpty()) {
            Answer page = alice.get(next);
            page.items().forEach(item -> seen.add(item.path("id").asString("")));
            String cursor = page.text("/nextCursor");
            next = cursor.isEmpty() ? "" : ORDERS + "?limit=3&cursor=" + cursor;
            pages++;
        }

        assertThat(seen).containsExactlyElementsOf(placed);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aPageStaysWhereItWasWhileOrdersCome() {
        List<String> placed = new ArrayList<>();
        for (int order = 0; order < 4; order++) {
            placed.addFirst(alice.place(Basket.of(SKU, 1)).id());
        }
        String cursor = alice.get(ORDERS + "?limit=2").text("/nextCursor");
        alice.place(Basket.of(SKU, 1));

        Answer second = alice.get(ORDERS + "?limit=2&cursor=" + cursor);

        assertThat(second.items())
                .extracting(item -> item.path("id").asString(""))
                .containsExactly(placed.get(2), placed.get(3));
    }

    @Test
    void filtersByStatusAndTime() {
        Answer confirmed = Shop.confirmed(alice, Basket.of(SKU, 1));
        Answer rejected =
                Shop.outcome(alice, alice.place(Basket.of(SKU, 1).paying("tok_declined")));
        Instant later = Instant.now().plus(Duration.ofMinutes(1));
        Instant before = later.minus(Duration.ofMinutes(30));

        assertThat(ids("?status=CONFIRMED")).containsExactly(confirmed.id());
        assertThat(ids("?status=REJECTED")).containsExactly(rejected.id());
        assertThat(ids("?from=" + before + "&to=" + later))
                .containsExactly(rejected.id(), confirmed.id());
        assertThat(ids("?from=" + later)).isEmpty();
        assertThat(ids("?to=" + before)).isEmpty();
    }

    @Test
    void anEmptyPageHasNoCursor() {
        JsonNode page = alice.get(ORDERS).json();

        assertThat(page.path("items").isEmpty()).isTrue();
        assertThat(page.path("nextCursor").asString("")).isEmpty();
    }

    private List<String> ids(String query) {
        return alice.get(ORDERS + query).items().stream()
                .map(item -> item.path("id").asString(""))
                .toList();
    }

    private static String withoutId(Answer answer, String id) {
        return answer.body().replace(id, "").replaceAll("\"(traceId|instance)\":\"[^\"]*\"", "");
    }
}
