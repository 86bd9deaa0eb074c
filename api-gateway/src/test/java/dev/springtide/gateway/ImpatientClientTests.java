package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Clients that ask for the next thing the moment the last answer has come. */
@TestPropertySource(
        properties = {
            "springtide.gateway.quota.rate=1000000",
            "springtide.gateway.quota.burst=1000000",
        })
class ImpatientClientTests extends GatewayTest {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 500;
    private static final String ANSWER = "{\"stub\":true}";

    /** The gateway may still be busy with the first answer when the second request is there. */
    @Test
    void areAnsweredByTheServiceAndFromItsCopyInTurn() {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            CompletableFuture.allOf(
                            IntStream.range(0, CLIENTS)
                                    .mapToObj(n -> CompletableFuture.runAsync(this::ask, threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(STUB.received()).hasSize(CLIENTS * ROUNDS);
    }

    private void ask() {
        try (RawConnection connection = new RawConnection(port)) {
            for (int round = 0; round < ROUNDS; round++) {
                String request =
                        "GET /api/v1/products/%s?cached=public,%%20max-age%%3D60 HTTP/1.1\r\nHost: x\r\n\r\n"
                                .formatted(UUID.randomUUID());
                assertThat(connection.write(request).readUntil(ANSWER)).contains(ANSWER);
                assertThat(connection.write(request).readUntil(ANSWER)).contains(ANSWER);
            }
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }
}
