/** Ids under clocks that stop and go back. */
@NullMarked
package dev.springtide.id;

import org.jspecify.annotations.NullMarked;
