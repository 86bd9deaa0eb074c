/** A running order-service and a client of its REST interface, for integration tests. */
@NullMarked
package dev.springtide.order.support;

import org.jspecify.annotations.NullMarked;
