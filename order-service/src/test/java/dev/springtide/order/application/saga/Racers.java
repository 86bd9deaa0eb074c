package dev.springtide.order.application.saga;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that starts at the same moment on a thread each. */
final class Racers {

    private Racers() {}

    /** The answers, in the order of the work; the first failure is thrown. */
    static <T> List<T> run(List<Callable<T>> work) {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> racer : work) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return racer.call();
                        }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> racer : running) {
                answers.add(racer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("a racer failed", e.getCause());
        }
    }
}
