package dev.springtide.order.application.saga;

/**
 * The answer to a request with an idempotency key.
 *
 * @param resource what the key stands for
 * @param replayed whether the key had made it before
 */
public record KeyedAnswer<R>(R resource, boolean replayed) {}
