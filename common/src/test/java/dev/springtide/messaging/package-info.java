/** Batch consumption, tested against a real database and broker. */
@NullMarked
package dev.springtide.messaging;

import org.jspecify.annotations.NullMarked;
