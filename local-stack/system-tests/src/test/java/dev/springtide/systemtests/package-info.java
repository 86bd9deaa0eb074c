/** The REST contract, as a storefront and an operator meet it, against real processes. */
@NullMarked
package dev.springtide.systemtests;

import org.jspecify.annotations.NullMarked;
