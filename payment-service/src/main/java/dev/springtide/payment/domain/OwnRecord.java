package dev.springtide.payment.domain;

import org.jspecify.annotations.Nullable;

/**
 * What we know of the charge that a line of the provider's list is about: it has a key under which
 * we have asked for one.
 *
 * @param refund how the refund of the line stands; null if the line is of none of ours
 */
public record OwnRecord(Payment payment, @Nullable OperationStatus refund) {}
