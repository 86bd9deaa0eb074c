/** Orders in PostgreSQL: set-based SQL and rows. */
@NullMarked
package dev.springtide.order.adapter.persistence;

import org.jspecify.annotations.NullMarked;
