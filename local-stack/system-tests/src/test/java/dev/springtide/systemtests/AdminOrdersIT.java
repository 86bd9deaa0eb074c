package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators find the orders of everybody. */
class AdminOrdersIT {
    private static final String SEARCH = "/api/v1/admin/orders";
    private static final String SKU = Shop.product("2.00", 1_000);
    private final Storefront alice = Shop.customer("alice");
    private final Storefront bob = Shop.customer("bob");
    private final Storefront operator = Shop.operator();

    @Test
    void findsTheOrdersOfACustomerByStatusAndTime() {
        Answer confirmed = Shop.confirmed(alice, Basket.of(SKU, 1));
        Answer rejected =
                Shop.outcome(alice, alice.place(Basket.of(SKU, 1).paying("tok_declined")));
        Shop.confirmed(bob, Basket.of(SKU, 1));
        String hers = "?customerId=" + confirmed.text("/customerId");
        Instant later = Instant.now().plus(Duration.ofMinutes(1));

        assertThat(ids(hers)).containsExactly(rejected.id(), confirmed.id());
        assertThat(ids(hers + "&status=REJECTED")).containsExactly(rejected.id());
        assertThat(ids(hers + "&to=" + later)).hasSize(2);
        assertThat(ids(hers + "&from=" + later)).isEmpty();
        assertThat(operator.get(SEARCH + hers + "&limit=1").json().at("/items/0"))
                .isEqualTo(alice.order(rejected.id()).json());
    }

    @Test
    void findsTheNewestOfEverybody() {
        Answer hers = Shop.confirmed(alice, Basket.of(SKU, 1));
        Answer his = Shop.confirmed(bob, Basket.of(SKU, 1));

        assertThat(ids("?limit=100&status=CONFIRMED")).containsSubsequence(his.id(), hers.id());
        assertThat(ids("?limit=100")).containsSubsequence(his.id(), hers.id());
    }

    @Test
    void findsNoStuckOrderWhereAllGoesWell() {
        Answer order = Shop.confirmed(alice, Basket.of(SKU, 1));

        assertThat(ids("?stuck=true")).doesNotContain(order.id());
        assertThat(ids("?stuck=false&customerId=" + order.text("/customerId")))
                .containsExactly(order.id());
    }

    @Test
    void pagesNewestFirst() {
        List<String> placed = new ArrayList<>();
        for (int order = 0; order < 5; order++) {
            placed.addFirst(alice.place(Basket.of(SKU, 1)).id());
        }
        String search =
                SEARCH
                        + "?limit=2&customerId="
                        + alice.order(placed.getFirst()).text("/customerId");

        List<String> seen = new ArrayList<>();
        String next = search;
        while (!next.isEmpty()) {
            Answer page = operator.get(next);
            page.items().forEach(item -> seen.add(item.path("id").asString("")));
            String cursor = page.text("/nextCursor");
            next = cursor.isEmpty() ? "" : search + "&cursor=" + cursor;
        }

        assertThat(seen).containsExactlyElementsOf(placed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=LOST",
                "?stuck=perhaps",
                "?customerId=",
                "?from=yesterday",
                "?to=tomorrow",
                "?limit=101",
                "?cursor=!!"
            })
    void refusesBadParameters(String query) {
        Problem.assertThatIs(operator.get(SEARCH + query), 400, "invalid-request");
    }

    @Test
    void isForOperatorsOnly() {
        Problem.assertThatIs(alice.get(SEARCH), 403, "forbidden");
        Problem.assertThatIs(Shop.stranger().get(SEARCH), 401, "unauthorized");
    }

    private List<String> ids(String query) {
        return operator.get(SEARCH + query).items().stream()
                .map(item -> item.path("id").asString(""))
                .toList();
    }
}
