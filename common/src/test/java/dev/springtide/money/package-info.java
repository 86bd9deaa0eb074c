/** Amounts, tried with many. */
@NullMarked
package dev.springtide.money;

import org.jspecify.annotations.NullMarked;
