package dev.springtide.payment.config;

import dev.springtide.payment.application.OperationDispatcher;
import dev.springtide.payment.application.SettlementWriter;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the loops when the context is ready. At the end it stops claiming first, waits for the
 * calls under way, and stops the writer when all they learnt is written.
 */
final class PaymentWork implements SmartLifecycle {

    private final OperationDispatcher dispatcher;
    private final SettlementWriter writer;
    private volatile boolean running;

    PaymentWork(OperationDispatcher dispatcher, SettlementWriter writer) {
        this.dispatcher = dispatcher;
        this.writer = writer;
    }

    @Override
    public void start() {
        writer.start();
        dispatcher.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            dispatcher.stop();
            writer.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
