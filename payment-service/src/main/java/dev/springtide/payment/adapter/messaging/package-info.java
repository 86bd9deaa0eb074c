/** Order events in, payment events out. */
@NullMarked
package dev.springtide.payment.adapter.messaging;

import org.jspecify.annotations.NullMarked;
