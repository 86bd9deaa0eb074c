/** The token cache with a clock of its own. */
@NullMarked
package dev.springtide.gateway.token;

import org.jspecify.annotations.NullMarked;
