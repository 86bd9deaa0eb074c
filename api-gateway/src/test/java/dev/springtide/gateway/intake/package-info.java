/** Which request targets are let in. */
@NullMarked
package dev.springtide.gateway.intake;

import org.jspecify.annotations.NullMarked;
