/** The outbox and its relay, tested against real PostgreSQL and Kafka. */
@NullMarked
package dev.springtide.outbox;

import org.jspecify.annotations.NullMarked;
