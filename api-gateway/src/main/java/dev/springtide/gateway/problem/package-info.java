/** Turns every failure into a problem document. */
@NullMarked
package dev.springtide.gateway.problem;

import org.jspecify.annotations.NullMarked;
