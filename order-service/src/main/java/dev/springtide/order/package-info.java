/** The order service: intake, the saga, reads. */
@NullMarked
package dev.springtide.order;

import org.jspecify.annotations.NullMarked;
