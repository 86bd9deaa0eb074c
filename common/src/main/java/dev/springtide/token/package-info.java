/** The encrypted form in which a payment token travels from intake to the payment. */
@NullMarked
package dev.springtide.token;

import org.jspecify.annotations.NullMarked;
