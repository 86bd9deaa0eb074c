package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdminOrdersIT {

    private static final String ORDERS = "/api/v1/admin/orders";

    @AutoClose
    private static final RunningOrderService SERVICE =
            RunningOrderService.withBoard("admin_orders", "springtide.saga.sweep-interval=1h");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");
    private static final OrderClient OLGA = SERVICE.operator("olga");

    @BeforeEach
    void empty() {
        TABLES.jdbc().execute("TRUNCATE orders, order_line, order_timeline");
    }

    @Test
    void findsByCustomerStatusAndTime() {
        String first = placed(ALICE);
        String second = placed(ALICE);
        String bobs = placed(SERVICE.customer("bob"));
        set(second, "status = 'CONFIRMED', deadline = NULL");
        String between = OLGA.get("/api/v1/orders/" + second).json().get("createdAt").asString();

        assertThat(found("")).containsExactly(bobs, second, first);
        assertThat(found("?customerId=alice")).containsExactly(second, first);
        assertThat(found("?customerId=alice&status=PENDING")).containsExactly(first);
        assertThat(found("?status=CONFIRMED")).containsExactly(second);
        assertThat(found("?status=PENDING")).containsExactly(bobs, first);
        assertThat(found("?from=" + between)).contains(bobs, second);
        assertThat(found("?to=" + between)).doesNotContain(second, bobs);
        assertThat(found("?customerId=nobody")).isEmpty();
        assertThat(found("?stuck=false")).hasSize(3);
        assertThat(OLGA.get(ORDERS + "?limit=1").json().at("/items/0"))
                .isEqualTo(OLGA.get("/api/v1/orders/" + bobs).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=PENDING&",
                "status=CONFIRMED&",
                "stuck=true&",
                "customerId=alice&"
            })
    void pagesFromNewestToOldestWithoutGapsOrRepeats(String filter) {
        List<String> placed = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            placed.addFirst(placed(ALICE));
        }
        if (filter.contains("CONFIRMED")) {
            placed.forEach(id -> set(id, "status = 'CONFIRMED', deadline = NULL"));
        }
        if (filter.contains("stuck")) {
            placed.forEach(id -> set(id, "deadline = now() - interval '1 second'"));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = OLGA.get(ORDERS + "?" + filter + "limit=2" + cursor).json();
            page.get("items").forEach(order -> seen.add(order.get("id").asString()));
            JsonNode next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(placed);
        assertThat(pages).isEqualTo(3);
    }

    /** Each row is a state of an order, and whether it is stuck. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status = 'PENDING', deadline = now() + interval '1 minute' | false",
                "status = 'PENDING', deadline = now() - interval '1 second' | true",
                "status = 'RESERVED', deadline = now() - interval '1 second' | true",
                "status = 'CANCELLING', deadline = now() - interval '1 second' | true",
                "status = 'CANCELLING', deadline = now() + interval '1 minute' | false",
                "status = 'RESERVED', payment_status = 'UNKNOWN', updated_at = now() - interval '1 minute' | false",
                "status = 'RESERVED', payment_status = 'UNKNOWN', updated_at = now() - interval '3 minutes' | true",
                "status = 'RESERVED', payment_status = 'PENDING', updated_at = now() - interval '3 minutes' | false",
                "status = 'REJECTED', reason = 'PAYMENT_DECLINED', deadline = NULL, stock_settled = true, updated_at = now() - interval '11 minutes' | true",
                "status = 'REJECTED', reason = 'STOCK_TIMEOUT', deadline = NULL, payment_settled = true, updated_at = now() - interval '11 minutes' | true",
                "status = 'REJECTED', reason = 'PAYMENT_DECLINED', deadline = NULL, updated_at = now() - interval '9 minutes' | false",
                "status = 'REJECTED', reason = 'PAYMENT_DECLINED', deadline = NULL, stock_settled = true, payment_settled = true, updated_at = now() - interval '11 minutes' | false",
                "status = 'REJECTED', reason = 'OUT_OF_STOCK', deadline = NULL, updated_at = now() - interval '11 minutes' | false",
                "status = 'CONFIRMED', deadline = NULL, updated_at = now() - interval '9 days' | false",
                "status = 'COMPLETED', deadline = NULL, updated_at = now() - interval '9 days' | false",
                "status = 'CANCELLED', deadline = NULL, updated_at = now() - interval '9 days' | false"
            })
    void knowsWhichOrdersAreStuck(String state, boolean stuck) {
        String id = placed(ALICE);
        set(id, state);

        assertThat(found("?stuck=true")).isEqualTo(stuck ? List.of(id) : List.of());
        assertThat(found("?stuck=true&customerId=bob")).isEmpty();
        assertThat(found("?stuck=true&to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void narrowsTheStuckOnesByStatus() {
        String pending = placed(ALICE);
        String cancelling = placed(ALICE);
        set(pending, "deadline = now() - interval '1 second'");
        set(cancelling, "status = 'CANCELLING', deadline = now() - interval '1 second'");

        assertThat(found("?stuck=true")).containsExactly(cancelling, pending);
        assertThat(found("?stuck=true&status=PENDING")).containsExactly(pending);
        assertThat(found("?stuck=true&status=CONFIRMED")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?status=LOST",
                "?status=PENDING&status=CONFIRMED",
                "?from=yesterday",
                "?to=2026-13-01T00:00:00Z",
                "?cursor=!!",
                "?cursor=bm90LWFuLWlk",
                "?stuck=yes",
                "?stuck=",
                "?customerId=",
                "?customerId=a%0Ab"
            })
    void refusesBadParameters(String query) {
        Answer answer = OLGA.get(ORDERS + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().get("errors")).isNotEmpty();
    }

    @Test
    void isForOperatorsOnly() {
        assertThat(ALICE.get(ORDERS).status()).isEqualTo(403);
        assertThat(SERVICE.client("forged").get(ORDERS).status()).isEqualTo(401);
    }

    private static String placed(OrderClient customer) {
        return customer.placed(UUID.randomUUID().toString(), body("BOARD", 1));
    }

    private static void set(String id, String columns) {
        TABLES.jdbc().update("UPDATE orders SET " + columns + " WHERE id = ?::uuid", id);
    }

    private static List<String> found(String query) {
        Answer answer = OLGA.get(ORDERS + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().get("items").forEach(order -> ids.add(order.get("id").asString()));
        return ids;
    }
}
