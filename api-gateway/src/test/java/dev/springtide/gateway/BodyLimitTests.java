package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTests extends GatewayTest {

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void passesABodyOfExactlyTheLimit(boolean chunked) throws Exception {
        HttpResponse<String> response = post("x".repeat(LIMIT), chunked);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(STUB.received().getFirst().body()).hasSize(LIMIT);
        assertThat(STUB.received().getFirst().headers().getFirst("Content-Length"))
                .isEqualTo(Integer.toString(LIMIT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesOneByteMore(boolean chunked) throws Exception {
        assertProblem(post("x".repeat(LIMIT + 1), chunked), ProblemType.PAYLOAD_TOO_LARGE);
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void refusesALargeBodyItIsAskedForFirst() throws Exception {
        HttpResponse<String> response =
                send(
                        authorized("/api/v1/orders")
                                .expectContinue(true)
                                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(LIMIT + 1))));

        assertProblem(response, ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void endsAnEndlessChunkedBody() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write(head("POST", "Transfer-Encoding: chunked"));
            String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
            int chunks = client.writeUntilStopped(chunk, 100_000);

            assertThat(chunks * 0x2000L).isLessThan(64L * 1024 * 1024);
            assertThat(STUB.received()).isEmpty();
        }
    }

    @Test
    void answersAnEndlessChunkedBodyToAClientThatListens() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            client.write(head("POST", "Transfer-Encoding: chunked"));
            String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
            client.writeUntilStopped(chunk, 12);

            String answer = client.readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("problems/payload-too-large");
        }
    }

    @Test
    void endsABodyThatTrickles() throws Exception {
        long start = System.nanoTime();
        try (RawConnection client = new RawConnection(port)) {
            client.write(head("POST", "Content-Length: 100") + "{\"half\":");

            String answer = client.readToEnd();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("problems/invalid-request");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void asksForTheTokenBeforeTheBody() throws Exception {
        HttpResponse<String> response =
                send(
                        request("/api/v1/orders")
                                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(LIMIT * 2))));

        assertProblem(response, ProblemType.UNAUTHORIZED);
    }

    @Test
    void servesTheNextRequestOfTheConnectionAfterABody() throws Exception {
        try (RawConnection client = new RawConnection(port)) {
            for (int i = 0; i < 3; i++) {
                client.write(head("POST", "Content-Length: 2") + "{}");
                assertThat(client.readUntil("{\"stub\":true}")).startsWith("HTTP/1.1 200 ");
            }
        }
        assertThat(STUB.received()).hasSize(3);
    }

    private HttpResponse<String> post(String body, boolean chunked) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(
                authorized("/api/v1/orders")
                        .header("Content-Type", "application/json")
                        .POST(
                                chunked
                                        ? HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bytes))
                                        : HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private static String head(String method, String length) {
        return method
                + " /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + customer()
                + "\r\n"
                + length
                + "\r\n\r\n";
    }
}
