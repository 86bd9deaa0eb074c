/** Naturally batched intake: what queued while the last commit was in flight is one transaction. */
@NullMarked
package dev.springtide.order.application.intake;

import org.jspecify.annotations.NullMarked;
