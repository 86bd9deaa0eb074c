package dev.springtide.payment.adapter.provider;

import dev.springtide.json.ContractJson;
import dev.springtide.payment.application.UnclearAnswerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;

/**
 * One call over HTTP with a hard end: connecting, waiting and reading together take no longer than
 * the time-out. (The client's own time-out ends with the first byte of the answer.)
 */
final class ProviderHttp implements AutoCloseable {

    private static final long LARGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    ProviderHttp(Duration connectTimeout, Duration timeout) {
        this.timeout = timeout;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectTimeout)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** An answer in full. */
    record Answer(int status, String body) {

        <T> T as(Class<T> type) {
            try {
                return ContractJson.mapper().readValue(body, type);
            } catch (JacksonException e) {
                throw new UnclearAnswerException("the answer is not understood", e);
            }
        }
    }

    /**
     * @throws UnreachableException when no connection came about
     * @throws TurnedAwayException for 401, 403 and 429
     * @throws UnclearAnswerException when the call may have had its effect
     */
    Answer call(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return understood(response.statusCode(), response.body(), request.uri());
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnclearAnswerException("no answer in " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnclearAnswerException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Answer understood(int status, String body, URI uri) {
        if (status == 401 || status == 403 || status == 429) {
            throw new TurnedAwayException(status);
        }
        if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
            throw new UnclearAnswerException("status " + status + " from " + uri.getPath(), null);
        }
        return new Answer(status, body);
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new UnreachableException(cause);
        }
        String what = cause instanceof IOException ? "the connection broke" : "the call failed";
        return new UnclearAnswerException(what + ": " + cause.getClass().getSimpleName(), cause);
    }
}
