/** The machine under a run and the processes that {@code ./run} started on it. */
@NullMarked
package dev.springtide.load.machine;

import org.jspecify.annotations.NullMarked;
