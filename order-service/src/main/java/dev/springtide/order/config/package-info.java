/** Settings and the wiring of the parts. */
@NullMarked
package dev.springtide.order.config;

import org.jspecify.annotations.NullMarked;
