/** Products and stock: the catalogue, allocation, release, sale and adjustments. */
@NullMarked
package dev.springtide.inventory;

import org.jspecify.annotations.NullMarked;
