/** Settings and wiring. */
@NullMarked
package dev.springtide.inventory.config;

import org.jspecify.annotations.NullMarked;
