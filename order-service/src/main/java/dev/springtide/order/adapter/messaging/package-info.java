/** Events of the other services, mapped to the commands of this one. */
@NullMarked
package dev.springtide.order.adapter.messaging;

import org.jspecify.annotations.NullMarked;
