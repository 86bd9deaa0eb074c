/** What a payment may become, and what follows from what the provider says. */
@NullMarked
package dev.springtide.payment.domain;

import org.jspecify.annotations.NullMarked;
