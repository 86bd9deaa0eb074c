package dev.springtide.payment.application;

import dev.springtide.payment.application.Settlement.ProviderEvent;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Service;

/** Takes in what the provider tells by itself, through the one writer of results. */
@Service
public class ReceiveProviderEvent {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SettlementWriter writer;

    ReceiveProviderEvent(SettlementWriter writer) {
        this.writer = writer;
    }

    /**
     * Returns whether the event is stored for good; if not, the provider has to tell it again, and
     * may: each event id counts once.
     */
    public boolean store(ProviderEvent event) {
        try {
            writer.submit(event).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
