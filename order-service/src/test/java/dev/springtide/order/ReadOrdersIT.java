package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadOrdersIT {

    private static final String ORDERS = "/api/v1/orders";

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("read_orders");

    private static final TestDatabase TABLES = SERVICE.tables();

    @Test
    void answers304ToWhoeverHasTheVersion() {
        OrderClient alice = SERVICE.customer("alice");
        String id = alice.placed("etag", body("BOARD", 1));
        String path = ORDERS + "/" + id;

        Answer first = alice.get(path);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.header("Cache-Control")).contains("no-cache", "private");
        Answer same = alice.get(path, "If-None-Match", "\"1\"");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.response().body()).isEmpty();
        TABLES.jdbc().update("UPDATE orders SET version = 2 WHERE id = ?::uuid", id);
        assertThat(alice.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void showsAnOrderToItsCustomerAndToOperatorsOnly() {
        String id = SERVICE.customer("alice").placed("owner", body("BOARD", 1));
        OrderClient mallory = SERVICE.customer("mallory");

        for (String path : List.of(ORDERS + "/" + id, ORDERS + "/" + id + "/timeline")) {
            assertThat(SERVICE.operator("olga").get(path).status()).isEqualTo(200);
            Answer stranger = mallory.get(path);
            Answer missing = mallory.get(path.replace(id, "01900000-0000-7000-8000-000000000000"));
            assertThat(stranger.status()).isEqualTo(404);
            assertThat(stranger.problem()).isEqualTo("not-found");
            assertThat(withoutInstance(stranger)).isEqualTo(withoutInstance(missing));
        }
        assertThat(mallory.get(ORDERS + "/nonsense").status()).isEqualTo(404);
        assertThat(mallory.get(ORDERS + "/nonsense/timeline").status()).isEqualTo(404);
    }

    private static String withoutInstance(Answer answer) {
        return answer.response().body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void refusesOthersAndWrongRoles() {
        OrderClient operator = SERVICE.operator("olga");
        assertThat(operator.place("no", "not even json").status()).isEqualTo(403);
        OrderClient expired =
                SERVICE.client(
                        RunningOrderService.issuer()
                                .token("alice", "customer", java.time.Duration.ofHours(-2)));
        assertThat(expired.get(ORDERS).status()).isEqualTo(401);
        assertThat(SERVICE.client("forged").place("no", "{}").status()).isEqualTo(401);
        assertThat(SERVICE.client("forged").get("/api/v1/nowhere").status()).isEqualTo(401);
        assertThat(SERVICE.customer("alice").get("/api/v1/nowhere").status()).isEqualTo(404);
        assertThat(operator.send(operator.request(ORDERS).DELETE().build()).status())
                .isEqualTo(405);
    }

    @Test
    void pagesFromNewestToOldestWithoutGapsOrRepeats() {
        OrderClient bob = SERVICE.customer("bob");
        List<String> placed = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            placed.addFirst(bob.placed("page-" + n, body("BOARD", 1 + n)));
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = bob.get(ORDERS + "?limit=3" + cursor).json();
            page.get("items").forEach(order -> seen.add(order.get("id").asString()));
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(placed);
        JsonNode newest = bob.get(ORDERS + "?limit=1").json().at("/items/0");
        assertThat(newest).isEqualTo(bob.get(ORDERS + "/" + placed.getFirst()).json());
    }

    @Test
    void filtersByStatusAndTime() {
        OrderClient carol = SERVICE.customer("carol");
        List<Answer> placed = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            placed.add(carol.place("filter-" + n, body("BOARD", 1)));
        }
        String middle = placed.get(1).json().get("createdAt").asString();
        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = 'CONFIRMED' WHERE id = ?::uuid",
                        placed.get(2).id());

        assertThat(ids(carol, "?status=CONFIRMED")).containsExactly(placed.get(2).id());
        assertThat(ids(carol, "?status=PENDING")).hasSize(2);
        assertThat(ids(carol, "?from=" + middle)).contains(placed.get(1).id(), placed.get(2).id());
        assertThat(ids(carol, "?to=" + middle)).doesNotContain(placed.get(1).id());
        assertThat(ids(carol, "?from=2000-01-01T00:00:00%2B02:00&to=9999-12-31T23:59:59Z"))
                .hasSize(3);
        assertThat(ids(carol, "?from=+999999999-12-31T23:59:59Z".replace("+", "%2B"))).isEmpty();
        assertThat(ids(SERVICE.operator("olga"), "?status=CONFIRMED"))
                .containsExactly(placed.get(2).id());
        assertThat(ids(SERVICE.customer("nobody"), "")).isEmpty();
    }

    private static List<String> ids(OrderClient client, String query) {
        Answer answer = client.get(ORDERS + query);
        assertThat(answer.status()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        answer.json().get("items").forEach(order -> ids.add(order.get("id").asString()));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=-1",
                "?limit=ten",
                "?limit=",
                "?status=LOST",
                "?status=pending",
                "?from=yesterday",
                "?to=2026-13-01T00:00:00Z",
                "?from=2026-01-01",
                "?cursor=%00",
                "?cursor=bm90LWFuLWlk",
                "?cursor=!!"
            })
    void refusesBadParameters(String query) {
        Answer answer = SERVICE.customer("alice").get(ORDERS + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().get("errors")).isNotEmpty();
    }

    @Test
    void wantsJsonAndAKey() {
        OrderClient alice = SERVICE.customer("alice");
        Answer plain =
                alice.send(
                        alice.request(ORDERS)
                                .header("Content-Type", "text/plain")
                                .header("Idempotency-Key", "k")
                                .POST(BodyPublishers.ofString(body("BOARD", 1)))
                                .build());
        assertThat(plain.status()).isEqualTo(415);
        assertThat(plain.problem()).isEqualTo("unsupported-media-type");
        Answer keyless =
                alice.send(
                        alice.request(ORDERS)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body("BOARD", 1)))
                                .build());
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.problem()).isEqualTo("missing-idempotency-key");
        assertThat(alice.place("k".repeat(256), body("BOARD", 1)).status()).isEqualTo(400);
        assertThat(alice.place("k".repeat(255), body("BOARD", 1)).status()).isEqualTo(201);
    }
}
