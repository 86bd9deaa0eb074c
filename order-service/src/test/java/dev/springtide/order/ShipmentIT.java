package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ShipmentIT {

    private static final String PARCEL = "\"carrier\":\"Tide Post\",\"trackingNumber\":\"TP-1\"";
    private static final String ALL = "{" + PARCEL + "}";

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("shipment");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");
    private static final OrderClient OLGA = SERVICE.operator("olga");

    @BeforeAll
    static void products() {
        TABLES.product("SAIL", 3000, "EUR");
    }

    @Test
    void shipsEverythingAndCompletesTheOrder() {
        String id = confirmed();
        String before = order(id).header("ETag");
        Answer answer = ship(OLGA, id, ALL);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        JsonNode shipment = answer.json();
        assertThat(shipment.get("carrier").asString()).isEqualTo("Tide Post");
        assertThat(shipment.get("trackingNumber").asString()).isEqualTo("TP-1");
        assertThat(shipment.get("lines").toString())
                .isEqualTo(
                        "[{\"sku\":\"BOARD\",\"quantity\":3},{\"sku\":\"SAIL\",\"quantity\":1}]");
        Answer order = order(id);
        assertThat(order.json().get("status").asString()).isEqualTo("COMPLETED");
        assertThat(order.json().get("fulfillmentStatus").asString()).isEqualTo("FULFILLED");
        assertThat(order.json().get("shipments").get(0)).isEqualTo(shipment);
        assertThat(order.header("ETag")).isNotEqualTo(before).isEqualTo("\"2\"");
        assertThat(triggers(id)).endsWith("FULFILLED");
        assertThat(sent(id)).isEqualTo("shipped.v1 completed.v1");
    }

    @Test
    void shipsPartByLine() {
        String id = confirmed();
        Answer first = ship(OLGA, id, lines("BOARD", 1, "BOARD", 1));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
        JsonNode partly = order(id).json();
        assertThat(partly.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(partly.get("fulfillmentStatus").asString()).isEqualTo("PARTIALLY_FULFILLED");
        assertThat(triggers(id)).endsWith("SHIPPED");
        assertThat(sent(id)).isEqualTo("shipped.v1");

        Answer rest = ship(OLGA, id, "{" + PARCEL + ",\"lines\":null}");
        assertThat(rest.json().get("lines").toString())
                .isEqualTo(
                        "[{\"sku\":\"BOARD\",\"quantity\":1},{\"sku\":\"SAIL\",\"quantity\":1}]");
        JsonNode whole = order(id).json();
        assertThat(whole.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(whole.get("version").asLong()).isEqualTo(3);
        assertThat(whole.at("/shipments/0/id").asString()).isEqualTo(first.id());
        assertThat(whole.at("/shipments/1/id").asString()).isEqualTo(rest.id());
        assertThat(ALICE.get("/api/v1/orders?limit=1").json().at("/items/0")).isEqualTo(whole);
    }

    /** More often than there are connections for reads. */
    @Test
    void isReadAsOftenAsAnybodyLikes() {
        String id = confirmed();
        ship(OLGA, id, lines("BOARD", 1));

        for (int n = 0; n < 25; n++) {
            assertThat(order(id).status()).isEqualTo(200);
        }
    }

    @Test
    void repeatsItsAnswerForTheSameKey() {
        String id = confirmed();
        Answer first = ship(OLGA, id, "k1" + id, lines("BOARD", 2));
        Answer again = ship(OLGA, id, "k1" + id, lines("BOARD", 2));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(ship(OLGA, id, "k1" + id, lines("BOARD", 1)).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(ship(OLGA, confirmed(), "k1" + id, lines("BOARD", 2)).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(order(id).json().get("shipments").size()).isEqualTo(1);
        ship(OLGA, id, ALL);
        assertThat(ship(OLGA, id, "k1" + id, lines("BOARD", 2)).json()).isEqualTo(first.json());
    }

    @Test
    void refusesMoreThanIsLeft() {
        String id = confirmed();
        ship(OLGA, id, lines("BOARD", 2));
        Answer answer = ship(OLGA, id, lines("BOARD", 2, "SAIL", 1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("shipment-exceeds-ordered");
        assertThat(answer.json().get("skus").toString()).isEqualTo("[\"BOARD\"]");
        assertThat(ship(OLGA, id, lines("BOARD", 999, "BOARD", 999)).status()).isEqualTo(422);
        assertThat(order(id).json().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void refusesAProductThatWasNotOrdered() {
        Answer answer = ship(OLGA, confirmed(), lines("BOARD", 1, "OAR", 1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-product");
        assertThat(answer.json().get("skus").toString()).isEqualTo("[\"OAR\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PENDING", "RESERVED", "REJECTED", "CANCELLING", "CANCELLED", "COMPLETED"})
    void refusesAnOrderThatIsNotConfirmed(String status) {
        String id = confirmed();
        TABLES.jdbc().update("UPDATE orders SET status = ? WHERE id = ?::uuid", status, id);
        Answer answer = ship(OLGA, id, ALL);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("shipment-not-allowed");
        assertThat(answer.json().get("orderStatus").asString()).isEqualTo(status);
    }

    @Test
    void isForOperatorsOnlyWhateverTheBody() {
        assertThat(ship(ALICE, confirmed(), "{").status()).isEqualTo(403);
    }

    @Test
    void makesACancellationTooLate() {
        String id = confirmed();
        ship(OLGA, id, lines("BOARD", 1));
        HttpRequest cancellation =
                ALICE.request("/api/v1/orders/" + id + "/cancellation")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();

        assertThat(ALICE.send(cancellation).problem()).isEqualTo("too-late");
    }

    @Test
    void needsAKeyAndAnOrder() {
        HttpRequest keyless =
                OLGA.request("/api/v1/orders/" + confirmed() + "/shipments")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(ALL))
                        .build();

        assertThat(OLGA.send(keyless).problem()).isEqualTo("missing-idempotency-key");
        assertThat(ship(OLGA, UUID.randomUUID().toString(), ALL).status()).isEqualTo(404);
        assertThat(ship(OLGA, "nonsense", ALL).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"carrier\":\"Tide Post\"}",
                "{\"trackingNumber\":\"TP-1\"}",
                "{\"carrier\":\" \",\"trackingNumber\":\"TP-1\"}",
                "{\"carrier\":1,\"trackingNumber\":\"TP-1\"}",
                "{\"carrier\":\"a\\nb\",\"trackingNumber\":\"TP-1\"}",
                "{" + PARCEL + ",\"lines\":[]}",
                "{" + PARCEL + ",\"lines\":[null]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"BOARD\"}]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"BOARD\",\"quantity\":0}]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"BOARD\",\"quantity\":\"1\"}]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"BOARD\",\"quantity\":1.5}]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"BOARD\",\"quantity\":1,\"x\":1}]}",
                "{" + PARCEL + ",\"more\":1}"
            })
    void refusesAWrongShape(String body) {
        Answer answer = ship(OLGA, confirmed(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    /** Three boards and a sail, captured. */
    private static String confirmed() {
        String lines = "{\"sku\":\"BOARD\",\"quantity\":3},{\"sku\":\"SAIL\",\"quantity\":1}";
        String id = ALICE.placed(UUID.randomUUID().toString(), body(lines, "EUR", ""));
        TABLES.confirm(id);
        return id;
    }

    private static String lines(Object... skusAndQuantities) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            lines.append(i == 0 ? "" : ",")
                    .append(
                            "{\"sku\":\"%s\",\"quantity\":%s}"
                                    .formatted(skusAndQuantities[i], skusAndQuantities[i + 1]));
        }
        return "{" + PARCEL + ",\"lines\":[" + lines + "]}";
    }

    private static Answer order(String id) {
        return ALICE.get("/api/v1/orders/" + id);
    }

    private static String triggers(String id) {
        StringBuilder triggers = new StringBuilder();
        ALICE.get("/api/v1/orders/" + id + "/timeline")
                .json()
                .get("items")
                .forEach(step -> triggers.append(' ').append(step.get("trigger").asString()));
        return triggers.toString();
    }

    /** The names of what went out after the order was created. */
    private static String sent(String id) {
        return String.join(
                " ",
                TABLES.jdbc()
                        .queryForList(
                                "SELECT substr(type, 22) FROM outbox WHERE aggregate_id = ?"
                                        + " AND type NOT LIKE '%.created.v1' ORDER BY seq",
                                String.class, id));
    }

    private static Answer ship(OrderClient client, String id, String body) {
        return ship(client, id, UUID.randomUUID().toString(), body);
    }

    private static Answer ship(OrderClient client, String id, String key, String body) {
        return client.post("/api/v1/orders/" + id + "/shipments", key, body);
    }
}
