package dev.springtide.order.application.reading;

import java.time.Duration;

/**
 * When an order is stuck: once its deadline has passed, whatever waits for it, and beside that
 * after these times by the database's clock since its last change.
 *
 * @param doubt in motion with a payment whose outcome is unknown
 * @param undoing rejected, while its stock or its payment has not been undone
 */
public record StuckAfter(Duration doubt, Duration undoing) {}
