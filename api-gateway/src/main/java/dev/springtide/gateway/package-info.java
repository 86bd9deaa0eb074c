/**
 * The only public door: routes, verifies tokens, bounds what may come in, answers errors as
 * problems.
 */
@NullMarked
package dev.springtide.gateway;

import org.jspecify.annotations.NullMarked;
