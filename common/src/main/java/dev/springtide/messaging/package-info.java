/** Batch consumption of events with at-least-once delivery and isolation of poison records. */
@NullMarked
package dev.springtide.messaging;

import org.jspecify.annotations.NullMarked;
