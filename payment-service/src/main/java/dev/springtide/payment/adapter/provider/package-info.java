/** The payment provider over HTTP, guarded against its failures. */
@NullMarked
package dev.springtide.payment.adapter.provider;

import org.jspecify.annotations.NullMarked;
