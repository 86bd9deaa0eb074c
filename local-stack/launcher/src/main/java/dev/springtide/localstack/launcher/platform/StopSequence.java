package dev.springtide.localstack.launcher.platform;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The door, then the services together, then what they lean on; the database last. */
final class StopSequence {

    private static final List<List<Part>> STEPS =
            List.of(
                    List.of(Part.GATEWAY),
                    List.of(Part.ORDER, Part.INVENTORY, Part.PAYMENT),
                    List.of(Part.SIMULATOR, Part.KAFKA, Part.REDIS),
                    List.of(Part.POSTGRES));

    private final Platform platform;

    StopSequence(Platform platform) {
        this.platform = platform;
    }

    void run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (List<Part> step : STEPS) {
                List<? extends Future<?>> ends =
                        platform.made(step).stream().map(end -> threads.submit(end::stop)).toList();
                ends.forEach(StopSequence::await);
            }
        }
    }

    private static void await(Future<?> end) {
        try {
            end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part could not be stopped", e.getCause());
        }
    }
}
