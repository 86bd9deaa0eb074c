/** A service made of nothing but the common rooms. */
@NullMarked
package dev.springtide.sample;

import org.jspecify.annotations.NullMarked;
