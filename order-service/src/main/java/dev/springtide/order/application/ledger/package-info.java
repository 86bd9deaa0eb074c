/** The memory of used idempotency keys. */
@NullMarked
package dev.springtide.order.application.ledger;

import org.jspecify.annotations.NullMarked;
