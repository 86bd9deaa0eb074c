/** Traces of events. */
@NullMarked
package dev.springtide.observability;

import org.jspecify.annotations.NullMarked;
