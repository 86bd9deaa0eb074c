package dev.springtide.inventory.rush;

import dev.springtide.inventory.application.SettleStockHandler;
import dev.springtide.inventory.application.StockCommand;
import dev.springtide.inventory.application.WaveOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several consumers at once, each with waves of its own, some of which are rolled back. Like the
 * real consumer they try again after what passes by itself, such as a pool without a connection.
 */
public final class Workers {

    private static final int ABORTED_PERCENT = 10;

    private final SettleStockHandler handler;
    private final TransactionTemplate transactions;
    private final int waveSize;

    private final AtomicInteger waves = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger outrun = new AtomicInteger();
    private final AtomicInteger deadlocked = new AtomicInteger();
    private final AtomicInteger unconnected = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    public Workers(SettleStockHandler handler, TransactionTemplate transactions, int waveSize) {
        this.handler = handler;
        this.transactions = transactions;
        this.waveSize = waveSize;
    }

    /** Runs until nothing is left to do, or one of them fails for good. */
    public void run(Rush rush, int workers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            threads.add(Thread.ofPlatform().name("worker-" + i).start(() -> work(rush)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    public int deadlocked() {
        return deadlocked.get();
    }

    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return "%d waves, %d of them aborted, %d outrun, %d deadlocked, %d without a connection"
                .formatted(
                        waves.get(),
                        aborted.get(),
                        outrun.get(),
                        deadlocked.get(),
                        unconnected.get());
    }

    private void work(Rush rush) {
        while (failures.isEmpty() && !rush.isOver()) {
            List<StockCommand> wave = rush.take(waveSize);
            if (wave.isEmpty()) {
                Thread.onSpinWait();
                continue;
            }
            waves.incrementAndGet();
            try {
                WaveOutcome outcome =
                        transactions.execute(status -> {
                            WaveOutcome decided = handler.handle(wave);
                            if (rush.aborts(ABORTED_PERCENT)) {
                                throw new Aborted();
                            }
                            return decided;
                        });
                rush.done(wave, outcome.decisions());
            } catch (Aborted e) {
                aborted.incrementAndGet();
                rush.again(wave);
            } catch (OptimisticLockingFailureException e) {
                outrun.incrementAndGet();
                rush.again(wave);
            } catch (CannotCreateTransactionException e) {
                unconnected.incrementAndGet();
                rush.again(wave);
            } catch (CannotAcquireLockException e) {
                deadlocked.incrementAndGet();
                rush.again(wave);
            } catch (Throwable e) {
                failures.add(e);
            }
        }
    }

    private static final class Aborted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
