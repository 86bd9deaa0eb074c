package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.launcher.audit.Audit;
import dev.springtide.localstack.launcher.audit.AuditOptions;
import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import dev.springtide.localstack.launcher.platform.Platform;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An order whose answers are lost, each the first time it is given, ends by itself. */
class LostAnswersIT {
    private final Platform platform = RunningPlatform.get().platform();
    private final String unlucky = "unlucky-" + UUID.randomUUID();
    private final Storefront customer = Shop.as(unlucky, "customer");
    private final String tea = Shop.product("10.00", 5);
    private final LosingDatabase inventory =
            LosingDatabase.of(
                    platform.database("inventory"),
                    "inventory-events",
                    "reservation",
                    "'" + tea + "' = ANY (skus)");
    private final LosingDatabase payments =
            LosingDatabase.of(
                    platform.database("payments"),
                    "payment-events",
                    "payment",
                    "customer_id = '" + unlucky + "'");

    @AfterEach
    void loseNoMore() {
        inventory.close();
        payments.close();
    }

    @Test
    void endsByItselfAndMovesStockAndMoneyOnce() throws Exception {
        String id = customer.place(Basket.of(tea, 2)).id();
        inventory.awaitLost(id, "stock-reserved");
        assertThat(customer.order(id).text("/status")).isEqualTo("PENDING");
        timeToAskAgain(id);
        payments.awaitLost(id, "captured");
        assertThat(customer.order(id).text("/status")).isEqualTo("RESERVED");
        timeToAskAgain(id);
        awaitStatus(id, "CONFIRMED");
        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 3, 0, 2));

        Shop.operator()
                .postOnce(
                        "/api/v1/orders/" + id + "/refunds",
                        "{\"amount\":{\"amount\":\"5.00\",\"currency\":\"EUR\"},\"reason\":\"late\"}");
        payments.awaitLost(id, "refund-succeeded");
        timeToAskAgain(id);
        Eventually.soon(() ->
                assertThat(customer.order(id).text("/refunds/0/status")).isEqualTo("SUCCEEDED"));

        customer.cancel(id);
        inventory.awaitLost(id, "stock-released");
        payments.awaitLost(id, "closed");
        assertThat(customer.order(id).text("/status")).isEqualTo("CANCELLING");
        timeToAskAgain(id);
        awaitStatus(id, "CANCELLED");

        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 5, 0, 0));
        JsonNode payment = customer.get("/api/v1/payments/" + id).json();
        assertThat(payment.at("/captured/amount").asString()).isEqualTo("20.00");
        assertThat(payment.at("/refunded/amount").asString()).isEqualTo("20.00");
        assertThat(payment.get("attempts")).as("%s", payment).hasSize(3);
        assertThat(repeats(id)).isEqualTo(4);
        theAuditIsClean();
    }

    private static void theAuditIsClean() throws InterruptedException {
        AuditReport report =
                new Audit(AuditTarget.of(RunningPlatform.get().platform()), AuditOptions.IN_MOTION)
                        .run();
        assertThat(report.checks())
                .filteredOn(check -> check.check().endsWith(": events"))
                .as(report.table())
                .hasSize(3)
                .allMatch(check -> check.breaches() == 0);
    }

    private long repeats(String id) {
        long repeats = 0;
        for (JsonNode fact :
                customer.get("/api/v1/orders/" + id + "/timeline").json().get("items")) {
            repeats += fact.get("trigger").asString().endsWith("_ASKED_AGAIN") ? 1 : 0;
        }
        return repeats;
    }

    private void awaitStatus(String id, String status) {
        Eventually.soon(() -> assertThat(customer.order(id).text("/status")).isEqualTo(status));
    }

    /** As if two minutes had passed. */
    private void timeToAskAgain(String id) throws SQLException {
        try (Connection connection = platform.database("orders").connect()) {
            for (String due :
                    List.of(
                            "UPDATE orders SET repeat_at = now() WHERE id = ? AND repeat_at IS NOT NULL",
                            "UPDATE refund SET repeat_at = now() WHERE order_id = ? AND repeat_at IS NOT NULL")) {
                try (PreparedStatement update = connection.prepareStatement(due)) {
                    update.setObject(1, UUID.fromString(id));
                    update.executeUpdate();
                }
            }
        }
    }
}
