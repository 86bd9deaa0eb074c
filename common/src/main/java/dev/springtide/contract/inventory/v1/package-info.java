/** Decisions about stock, owned by inventory-service, version 1. */
@NullMarked
package dev.springtide.contract.inventory.v1;

import org.jspecify.annotations.NullMarked;
