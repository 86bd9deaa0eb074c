/** Outcomes of payments, owned by payment-service, version 1. */
@NullMarked
package dev.springtide.contract.payment.v1;

import org.jspecify.annotations.NullMarked;
