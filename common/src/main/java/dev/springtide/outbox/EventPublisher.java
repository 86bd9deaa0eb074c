package dev.springtide.outbox;

import java.util.List;

/** A producer that has fenced all producers before it. */
interface EventPublisher extends AutoCloseable {

    /**
     * Publishes all events or none that a reader of committed records sees, and returns when they
     * are durable. After a failure it is unknown which of the two it was, and the publisher can
     * only be closed.
     */
    void publish(List<OutboxRow> events);

    @Override
    void close();

    /** Opens publishers of one outbox. */
    @FunctionalInterface
    interface Opening {

        /** From its return on, no publisher that was opened before can publish. */
        EventPublisher open() throws InterruptedException;
    }
}
