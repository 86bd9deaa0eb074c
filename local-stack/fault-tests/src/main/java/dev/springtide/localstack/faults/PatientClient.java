package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A customer who repeats a request until told what became of it: at first after a second, later
 * every few.
 */
final class PatientClient {

    private static final long FIRST_PAUSE = 1_000;

    private final Platform platform;
    private final Tokens tokens;
    private final long longestPause;
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger unadvised = new AtomicInteger();

    PatientClient(Platform platform, String subject, Duration longestPause) {
        this.platform = platform;
        this.longestPause = longestPause.toMillis();
        this.tokens = new Tokens(platform, subject, "customer");
    }

    int repeats() {
        return repeats.get();
    }

    /** Who asks once, whatever the answer. */
    ApiClient once() {
        return new ApiClient(platform.gateway(), tokens.current());
    }

    /** How often the answer was 503 without a word on when to come again. */
    int unadvised() {
        return unadvised.get();
    }

    Answer insist(Function<ApiClient, Answer> request) throws InterruptedException {
        return insist(null, request);
    }

    /**
     * Repeats until the answer is final: no connection, 401, 409 (in flight), 429 and 5xx are not.
     *
     * @param first told how the first try ended
     */
    Answer insist(Attempts.@Nullable Attempt first, Function<ApiClient, Answer> request)
            throws InterruptedException {
        Attempts.Attempt open = first;
        for (int repeat = 0; ; repeat++) {
            String token = tokens.current();
            int status = 0;
            try {
                Answer answer = request.apply(new ApiClient(platform.gateway(), token));
                status = answer.status();
                if (answer.isSuccess() || isFinal(answer)) {
                    return answer;
                }
                if (answer.status() == 503 && answer.retryAfter().isEmpty()) {
                    unadvised.incrementAndGet();
                }
                if (answer.status() == 401) {
                    tokens.renew(token);
                }
            } catch (UncheckedIOException _) {
                // Not answered: it may or may not have happened. The key makes the repetition safe.
            } finally {
                if (open != null) {
                    open.end(status);
                    open = null;
                }
            }
            repeats.incrementAndGet();
            long pause = Math.min(FIRST_PAUSE << Math.min(repeat, 4), longestPause);
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        }
    }

    private static boolean isFinal(Answer answer) {
        boolean inFlight = answer.text("type").endsWith("/request-in-flight");
        return answer.status() < 500
                && answer.status() != 401
                && answer.status() != 429
                && !inFlight;
    }
}
