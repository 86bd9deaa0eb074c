/** Amounts of money in minor units with their currency. */
@NullMarked
package dev.springtide.money;

import org.jspecify.annotations.NullMarked;
