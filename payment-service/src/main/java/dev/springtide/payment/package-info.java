/** Payments: charges, voids and refunds at a provider, each at most once. */
@NullMarked
package dev.springtide.payment;

import org.jspecify.annotations.NullMarked;
