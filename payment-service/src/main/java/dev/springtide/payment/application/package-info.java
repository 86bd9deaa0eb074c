/** The use cases of payments and the ports they need. */
@NullMarked
package dev.springtide.payment.application;

import org.jspecify.annotations.NullMarked;
