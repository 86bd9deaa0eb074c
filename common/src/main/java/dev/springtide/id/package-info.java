/** Time-ordered identifiers. */
@NullMarked
package dev.springtide.id;

import org.jspecify.annotations.NullMarked;
