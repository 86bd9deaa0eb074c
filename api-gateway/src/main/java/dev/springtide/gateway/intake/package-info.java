/** Bounds what a client may send, and how slowly. */
@NullMarked
package dev.springtide.gateway.intake;

import org.jspecify.annotations.NullMarked;
