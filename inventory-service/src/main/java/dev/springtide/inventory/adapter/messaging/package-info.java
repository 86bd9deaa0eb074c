/** Order events in, inventory and product events out. */
@NullMarked
package dev.springtide.inventory.adapter.messaging;

import org.jspecify.annotations.NullMarked;
