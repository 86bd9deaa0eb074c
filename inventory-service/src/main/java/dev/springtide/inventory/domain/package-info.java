/** What a product, a stock and a reservation are, and how a wave of demands is decided. */
@NullMarked
package dev.springtide.inventory.domain;

import org.jspecify.annotations.NullMarked;
