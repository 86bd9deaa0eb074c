package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance stands still in the middle of a transaction: others go on with its orders. */
class HeldLocksIT {

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("held_locks");

    private static final OrderClient ALICE = SERVICE.customer("alice");

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "readsDataSource", "intakeDataSource"})
    void areLostByWhoStandsStill(String pool) throws SQLException {
        String id = ALICE.placed(pool, body("BOARD", 1));
        try (Connection frozen = SERVICE.bean(pool, DataSource.class).getConnection();
                Statement statement = frozen.createStatement()) {
            frozen.setAutoCommit(false);
            statement.execute("SELECT FROM orders WHERE id = '" + id + "' FOR UPDATE");

            Answer refused = cancel(id);
            assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("1");

            await().atMost(Duration.ofSeconds(10)).until(() -> cancel(id).status() == 202);
            assertThatThrownBy(() -> statement.execute("SELECT 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static Answer cancel(String id) {
        return ALICE.send(
                ALICE.request("/api/v1/orders/" + id + "/cancellation")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }
}
