/** Payments, their operations and attempts in PostgreSQL. */
@NullMarked
package dev.springtide.payment.adapter.persistence;

import org.jspecify.annotations.NullMarked;
