/** The transactional outbox and the relay that publishes it to Kafka in order. */
@NullMarked
package dev.springtide.outbox;

import org.jspecify.annotations.NullMarked;
