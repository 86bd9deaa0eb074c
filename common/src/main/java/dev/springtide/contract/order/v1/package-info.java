/** Events of the order life cycle, owned by order-service, version 1. */
@NullMarked
package dev.springtide.contract.order.v1;

import org.jspecify.annotations.NullMarked;
