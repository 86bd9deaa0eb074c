/** Use cases of the inventory and the ports they need. */
@NullMarked
package dev.springtide.inventory.application;

import org.jspecify.annotations.NullMarked;
