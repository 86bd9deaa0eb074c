package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTests extends GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void closesAConnectionThatSaysNothing() throws Exception {
        assertClosedSoon("");
    }

    @Test
    void closesAConnectionWhoseHeadersStop() throws Exception {
        assertClosedSoon("GET /livez HTTP/1.1\r\nHost: local");
    }

    @Test
    void closesAConnectionWhoseHeadersTrickleForEver() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n");
            trickleUntilClosed(client);
        }
    }

    @Test
    void closesAConnectionWhoseSecondRequestTrickles() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readUntil("UP")).startsWith("HTTP/1.1 200 ");
            client.write("GET /livez HTTP/1.1\r\n");
            trickleUntilClosed(client);
        }
    }

    @Test
    void waitsForAServiceLongerThanForHeaders() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write(
                    "GET /api/v1/orders/slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + customer()
                            + "\r\n\r\n");
            assertThat(client.readUntil("gateway-timeout")).startsWith("HTTP/1.1 504 ");
            client.write("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readUntil("UP")).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/products/../orders HTTP/1.1",
                "GET /api/v1/products/%2e%2e/orders HTTP/1.1",
                "GET /api/v1/products/..%2forders HTTP/1.1",
                "GET /api/v1/products/a%5cb HTTP/1.1",
                "GET /api/v1/products/a%00 HTTP/1.1",
                "GET /api/v1/products;x=1/a HTTP/1.1",
                "GET //api/v1/products HTTP/1.1",
                "GET /api/v1/products?a={b} HTTP/1.1",
                "GET /api/v1/products?a=%zz HTTP/1.1",
                "GET http://evil.example/api/v1/products HTTP/1.1",
                "GET api/v1/products HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1",
                "GET /\u00e4 HTTP/1.1",
                "GET / HTTP/9.9",
                "nonsense",
            })
    void refusesTargetsThatServersReadDifferently(String requestLine) throws Exception {
        assertBadRequest(requestLine + "\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void refusesHeadersAndTargetsBeyondTheLimits() throws Exception {
        assertBadRequest("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertBadRequest(
                "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                        + "a".repeat(17_000)
                        + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: -1",
                "Bad Name: x",
            })
    void refusesSmuggledLengthsAndBrokenHeaders(String headers) throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write(
                    "POST /api/v1/provider-events/acme HTTP/1.1\r\nHost: localhost\r\n"
                            + headers
                            + "\r\n\r\n0\r\n\r\n");
            assertThat(client.readToEnd()).doesNotStartWith("HTTP/1.1 2");
            assertThat(STUB.received()).isEmpty();
        }
    }

    private void assertBadRequest(String request) throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            String answer = client.write(request).readToEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("problems/invalid-request");
            assertThat(STUB.received()).isEmpty();
        }
    }

    private void assertClosedSoon(String start) throws Exception {
        long before = System.nanoTime();
        try (RawConnection client = new RawConnection(port)) {
            assertThat(client.write(start).readToEnd()).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    }

    private static void trickleUntilClosed(RawConnection client) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.writeUntilStopped("X: y\r\n", 1) == 0);
    }
}
