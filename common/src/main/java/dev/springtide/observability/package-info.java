/** Trace context and the tags that all logs and metrics share. */
@NullMarked
package dev.springtide.observability;

import org.jspecify.annotations.NullMarked;
