/** The documentation says what the platform does. */
@NullMarked
package dev.springtide.gateway.docs;

import org.jspecify.annotations.NullMarked;
