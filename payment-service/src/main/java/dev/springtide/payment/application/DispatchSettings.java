package dev.springtide.payment.application;

import java.time.Duration;

/**
 * How operations are claimed.
 *
 * @param inHand operations that may be called or wait to be written at the same time
 * @param lease how long a claim holds; longer than all time-outs of a try together
 * @param poll how often to look without a signal
 * @param pace the least time between two claims, so that claims take many at a time under load
 */
public record DispatchSettings(int inHand, Duration lease, Duration poll, Duration pace) {}
