package dev.springtide.load;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The customers of a run, their tokens fetched before it so that no signature is made under load.
 */
public record Buyers(List<String> tokens) {
    private static final int AT_ONCE = 8;

    /** Fetches a token for each. */
    public static Buyers of(Settings settings, PlatformClient platform) {
        List<Future<String>> tokens;
        try (ExecutorService fetching = Executors.newFixedThreadPool(AT_ONCE)) {
            tokens =
                    IntStream.range(0, settings.buyers())
                            .mapToObj(number ->
                                    fetching.submit(() ->
                                            platform.token(settings.buyer(number), "customer")))
                            .toList();
        }
        return new Buyers(tokens.stream().map(Future::resultNow).toList());
    }
}
