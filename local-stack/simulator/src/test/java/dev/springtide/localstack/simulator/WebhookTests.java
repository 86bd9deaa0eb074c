package dev.springtide.localstack.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTests {

    private record Received(String eventId, String timestamp, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final HttpServer listener;
    private final Simulator simulator;
    private final ProviderClient shop;

    WebhookTests() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        simulator =
                Simulator.start(
                        SimulatorOptions.inProcess(ProviderClient.API_KEY)
                                .withWebhooks(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + listener.getAddress().getPort()
                                                        + "/hook"),
                                        "secret"));
        shop = ProviderClient.of(simulator);
    }

    @BeforeEach
    void listen() {
        listener.createContext(
                "/hook",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    if (failures.getAndDecrement() > 0) {
                        exchange.sendResponseHeaders(503, -1);
                    } else {
                        received.add(
                                new Received(
                                        headers.getFirst("Springtide-Event-Id"),
                                        headers.getFirst("Springtide-Timestamp"),
                                        headers.getFirst("Springtide-Signature"),
                                        body));
                        exchange.sendResponseHeaders(204, -1);
                    }
                    exchange.close();
                });
        listener.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
        listener.stop(0);
    }

    @Test
    void tellsOfEveryChangeSigned() throws Exception {
        shop.settings("{\"webhooks\":\"ALL\"}");
        shop.charge("k", "tok_visa");
        shop.charge("d", "tok_declined");
        shop.cancel("k");

        await().until(() -> received.size() == 3);
        assertThat(received.stream().map(Received::body).toList())
                .anyMatch(body -> body.contains("charge.captured"))
                .anyMatch(body -> body.contains("charge.declined"))
                .anyMatch(body -> body.contains("charge.voided"));
        for (Received webhook : received) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
            byte[] hmac = mac.doFinal((webhook.timestamp() + "." + webhook.body()).getBytes(UTF_8));
            assertThat(webhook.signature()).isEqualTo("v1=" + HexFormat.of().formatHex(hmac));
            assertThat(webhook.body()).contains(webhook.eventId());
        }
    }

    @Test
    void tellsOnlyOfDoubtsByDefault() throws Exception {
        shop.charge("plain", "tok_visa");
        shop.settings("{\"errorAfterChargeRate\":1}");
        shop.charge("doubt", "tok_visa");

        await().until(() -> !received.isEmpty());
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().body()).contains("\"key\":\"doubt\"");
    }

    @Test
    void repeatsUnderTheSameIdUntilAccepted() throws Exception {
        failures.set(2);
        shop.settings("{\"webhooks\":\"ALL\",\"duplicateWebhookRate\":1,\"reorderWebhooks\":true}");
        shop.charge("k", "tok_visa");

        await().until(() -> received.size() == 2);
        assertThat(received.stream().map(Received::eventId).distinct()).hasSize(1);
    }
}
