/** The house rules as code: rings, rooms, sizes, each proved on bad code. */
@NullMarked
package dev.springtide.architecture;

import org.jspecify.annotations.NullMarked;
