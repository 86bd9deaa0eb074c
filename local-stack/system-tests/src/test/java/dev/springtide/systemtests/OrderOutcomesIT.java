package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every way an order can end, seen from outside. */
class OrderOutcomesIT {
    private final Storefront alice = Shop.customer("alice");

    @Test
    void confirmsAPaidOrderAndShowsAllOfIt() {
        String tea = Shop.product("3.50", 10);
        String cup = Shop.product("12.00", 10);

        Answer placed = alice.place(Basket.of(tea, 2).and(cup, 1));
        Answer order = Shop.outcome(alice, placed);

        assertThat(placed.header("Location")).endsWith("/api/v1/orders/" + placed.id());
        assertThat(placed.text("/status")).isIn("PENDING", "RESERVED", "CONFIRMED");
        assertThat(order.text("/status")).isEqualTo("CONFIRMED");
        assertThat(order.text("/paymentStatus")).isEqualTo("CAPTURED");
        assertThat(order.text("/fulfillmentStatus")).isEqualTo("UNFULFILLED");
        assertThat(order.text("/total/amount")).isEqualTo("19.00");
        assertThat(order.text("/total/currency")).isEqualTo("EUR");
        assertThat(order.text("/lines/0/sku")).isEqualTo(tea);
        assertThat(order.text("/lines/0/name")).isEqualTo("Ware " + tea);
        assertThat(order.text("/lines/0/unitPrice/amount")).isEqualTo("3.50");
        assertThat(order.text("/lines/0/lineTotal/amount")).isEqualTo("7.00");
        assertThat(order.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.text("/shippingAddress/city")).isEqualTo("Genève");
        assertThat(order.text("/customerId")).startsWith("alice-");
        assertThat(order.json().at("/shipments").isArray()).isTrue();
        assertThat(order.json().at("/refunds").isEmpty()).isTrue();
        assertThat(order.text("/createdAt")).endsWith("Z");
        assertThat(order.text("/updatedAt")).isGreaterThanOrEqualTo(order.text("/createdAt"));
        assertThat(order.body()).doesNotContain("tok_visa", "paymentToken");
    }

    @Test
    void mergesLinesOfTheSameSku() {
        String tea = Shop.product("3.50", 10);

        Answer placed = alice.place(Basket.of(tea, 2).and(tea, 3));

        assertThat(placed.json().get("lines")).hasSize(1);
        assertThat(placed.json().at("/lines/0/quantity").asInt()).isEqualTo(5);
        assertThat(placed.text("/total/amount")).isEqualTo("17.50");
    }

    @Test
    void rejectsWhatIsNotInStockAndReservesNothingOfIt() {
        String there = Shop.product("1.00", 5);
        String gone = Shop.product("1.00", 1);

        Answer order = Shop.outcome(alice, alice.place(Basket.of(there, 1).and(gone, 2)));

        assertThat(order.text("/status")).isEqualTo("REJECTED");
        assertThat(order.text("/reason")).isEqualTo("OUT_OF_STOCK");
        assertThat(order.text("/paymentStatus")).isEqualTo("NONE");
        assertStock(there, 5, 0, 0);
        assertStock(gone, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_insufficient_funds"})
    void rejectsADeclinedPaymentAndReturnsTheStock(String token) {
        String tea = Shop.product("3.50", 4);

        Answer order = Shop.outcome(alice, alice.place(Basket.of(tea, 4).paying(token)));

        assertThat(order.text("/status")).isEqualTo("REJECTED");
        assertThat(order.text("/reason")).isEqualTo("PAYMENT_DECLINED");
        assertThat(order.text("/paymentStatus")).isEqualTo("DECLINED");
        Eventually.within2Seconds(() -> assertStock(tea, 4, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_timeout", "tok_timeout_before", "tok_error_once", "tok_slow"})
    void confirmsAnOrderWhosePaymentWasInDoubt(String token) {
        String tea = Shop.product("3.50", 4);

        Answer order = Shop.outcome(alice, alice.place(Basket.of(tea, 1).paying(token)));

        assertThat(order.text("/status")).as("%s", order).isEqualTo("CONFIRMED");
        assertThat(order.text("/paymentStatus")).isEqualTo("CAPTURED");
        assertThat(alice.get("/api/v1/payments/" + order.id()).text("/captured/amount"))
                .isEqualTo("3.50");
    }

    @Test
    void tellsTheTimelineOfAConfirmedOrder() {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 4), 1));

        List<JsonNode> steps = alice.get("/api/v1/orders/" + order.id() + "/timeline").items();

        assertThat(steps)
                .extracting(step -> step.path("to").asString(""))
                .containsExactly("PENDING", "RESERVED", "CONFIRMED");
        assertThat(steps)
                .extracting(step -> step.path("at").asString(""))
                .isSorted()
                .allMatch(at -> at.endsWith("Z"));
        assertThat(steps.getLast().path("from").asString("")).isEqualTo("RESERVED");
        assertThat(steps.getLast().path("trigger").asString("")).isEqualTo("PAYMENT_CAPTURED");
    }

    private static void assertStock(String sku, int available, int reserved, int sold) {
        Stock.assertThatIs(sku, available, reserved, sold);
    }
}
