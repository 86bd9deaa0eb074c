/**
 * Programs that measure one property each, on servers of their own, and hold it against a bound.
 */
@NullMarked
package dev.springtide.load.benchmark;

import org.jspecify.annotations.NullMarked;
