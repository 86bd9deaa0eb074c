/** The event contracts, held to their approved forms. */
@NullMarked
package dev.springtide.contract;

import org.jspecify.annotations.NullMarked;
