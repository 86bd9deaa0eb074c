package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods leave, never more than was ordered. */
class ShipmentsIT {
    private static final String PARCEL = "\"carrier\":\"Tide Post\",\"trackingNumber\":\"TP-1\"";
    private static final String EVERYTHING = "{" + PARCEL + "}";
    private final Storefront alice = Shop.customer("alice");
    private final Storefront operator = Shop.operator();
    private final String tea = Shop.product("10.00", 100);
    private final String cup = Shop.product("4.00", 100);

    @Test
    void everythingThatWasOrderedCompletesTheOrder() {
        Answer order = confirmed();

        Answer shipment = ship(order.id(), EVERYTHING);

        assertThat(shipment.status()).as("%s", shipment).isEqualTo(201);
        assertThat(shipment.text("/carrier")).isEqualTo("Tide Post");
        assertThat(shipment.text("/trackingNumber")).isEqualTo("TP-1");
        assertThat(shipment.json().at("/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(shipment.json().at("/lines/1/sku").asString()).isEqualTo(cup);
        Answer after = alice.order(order.id());
        assertThat(after.text("/status")).isEqualTo("COMPLETED");
        assertThat(after.text("/fulfillmentStatus")).isEqualTo("FULFILLED");
        assertThat(after.text("/paymentStatus")).isEqualTo("CAPTURED");
        assertThat(after.json().at("/shipments/0")).isEqualTo(shipment.json());
        assertThat(after.header("ETag")).isNotEqualTo(order.header("ETag"));
        assertThat(lastTrigger(order.id())).isEqualTo("FULFILLED");
        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 97, 0, 3));
    }

    @Test
    void partsAreShippedByLine() {
        Answer order = confirmed();

        Answer first = ship(order.id(), lines(tea, 2));
        Answer between = alice.order(order.id());
        Answer rest = ship(order.id(), EVERYTHING);

        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(between.text("/status")).isEqualTo("CONFIRMED");
        assertThat(between.text("/fulfillmentStatus")).isEqualTo("PARTIALLY_FULFILLED");
        assertThat(rest.json().at("/lines/0/quantity").asInt()).isEqualTo(1);
        assertThat(alice.order(order.id()).text("/status")).isEqualTo("COMPLETED");
        assertThat(alice.order(order.id()).json().get("shipments")).hasSize(2);
    }

    @Test
    void isRecordedOncePerKey() {
        Answer order = confirmed();
        String key = UUID.randomUUID().toString();

        Answer first = ship(order.id(), lines(tea, 1), key);
        Answer replay = ship(order.id(), lines(tea, 1), key);

        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.json()).isEqualTo(first.json());
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        Problem.assertThatIs(ship(order.id(), lines(tea, 2), key), 422, "idempotency-key-reused");
        assertThat(alice.order(order.id()).json().get("shipments")).hasSize(1);
    }

    @Test
    void neverExceedsWhatWasOrdered() {
        Answer order = confirmed();

        Problem.assertThatIs(ship(order.id(), lines(tea, 4)), 422, "shipment-exceeds-ordered");
        ship(order.id(), lines(tea, 2));
        Problem.assertThatIs(ship(order.id(), lines(tea, 2)), 422, "shipment-exceeds-ordered");
        Problem.assertThatIs(ship(order.id(), lines(Shop.freshSku(), 1)), 422, "unknown-product");
        assertThat(alice.order(order.id()).json().get("shipments")).hasSize(1);
    }

    @Test
    void makesACancellationTooLate() {
        Answer partly = confirmed();
        Answer wholly = confirmed();
        ship(partly.id(), lines(tea, 1));
        ship(wholly.id(), EVERYTHING);

        Problem.assertThatIs(alice.cancel(partly.id()), 409, "too-late");
        Problem.assertThatIs(alice.cancel(wholly.id()), 409, "too-late");
        assertThat(alice.order(partly.id()).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void comesTooLateForACancelledOrder() {
        Answer order = confirmed();
        alice.cancel(order.id());

        Problem.assertThatIs(ship(order.id(), EVERYTHING), 409, "shipment-not-allowed");
        Eventually.soon(
                () -> assertThat(alice.order(order.id()).text("/status")).isEqualTo("CANCELLED"));
    }

    @Test
    void isRefusedWhereNothingIsToBeShipped() {
        Answer declined =
                Shop.outcome(alice, alice.place(Basket.of(tea, 1).paying("tok_declined")));
        Answer completed = confirmed();
        ship(completed.id(), EVERYTHING);

        Problem.assertThatIs(ship(declined.id(), EVERYTHING), 409, "shipment-not-allowed");
        Problem.assertThatIs(ship(completed.id(), EVERYTHING), 409, "shipment-not-allowed");
        Problem.assertThatIs(ship(UUID.randomUUID().toString(), EVERYTHING), 404, "not-found");
    }

    @Test
    void leavesRefundsPossible() {
        Answer order = confirmed();
        ship(order.id(), EVERYTHING);

        Answer refund =
                operator.postOnce(
                        "/api/v1/orders/" + order.id() + "/refunds",
                        "{\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},\"reason\":\"late\"}");

        assertThat(refund.status()).as("%s", refund).isEqualTo(201);
        Eventually.soon(() ->
                assertThat(alice.order(order.id()).text("/paymentStatus"))
                        .isEqualTo("PARTIALLY_REFUNDED"));
        assertThat(alice.order(order.id()).text("/status")).isEqualTo("COMPLETED");
    }

    @Test
    void addsUpForTheAudit() throws InterruptedException {
        Answer order = confirmed();
        ship(order.id(), lines(tea, 2));
        ship(order.id(), EVERYTHING);
        ship(confirmed().id(), lines(cup, 1));

        AuditReport report =
                new Audit(AuditTarget.of(RunningPlatform.get().platform()), AuditOptions.IN_MOTION)
                        .run();

        assertThat(report.checks())
                .filteredOn(check -> check.check().startsWith("orders: "))
                .as(report.table())
                .hasSizeGreaterThan(5)
                .allMatch(check -> check.breaches() == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{nonsense",
                "{\"carrier\":\"Tide Post\"}",
                "{" + PARCEL + ",\"lines\":[]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"A\",\"quantity\":0}]}",
                "{" + PARCEL + ",\"lines\":[{\"sku\":\"A\",\"quantity\":\"1\"}]}",
                "{" + PARCEL + ",\"weight\":1}"
            })
    void refusesAnUnsoundBody(String body) {
        Problem.assertThatIs(ship(confirmed().id(), body), 400, "invalid-request");
    }

    @Test
    void needsAKeyAndAnOperator() {
        Answer order = confirmed();

        Problem.assertThatIs(
                operator.post(path(order.id()), EVERYTHING), 400, "missing-idempotency-key");
        Problem.assertThatIs(alice.postOnce(path(order.id()), "{"), 403, "forbidden");
    }

    /** Three of tea and a cup. */
    private Answer confirmed() {
        return Shop.confirmed(alice, Basket.of(tea, 3).and(cup, 1));
    }

    private String lastTrigger(String order) {
        return alice.get("/api/v1/orders/" + order + "/timeline")
                .items()
                .getLast()
                .path("trigger")
                .asString();
    }

    private Answer ship(String order, String body) {
        return ship(order, body, UUID.randomUUID().toString());
    }

    private Answer ship(String order, String body, String key) {
        return operator.post(path(order), body, "Idempotency-Key", key);
    }

    private static String lines(String sku, int quantity) {
        return "{%s,\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(PARCEL, sku, quantity);
    }

    private static String path(String order) {
        return "/api/v1/orders/" + order + "/shipments";
    }
}
