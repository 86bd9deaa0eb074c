/** Clocks that are wrong on purpose. */
@NullMarked
package dev.springtide.time;

import org.jspecify.annotations.NullMarked;
