/** Events of the catalogue, owned by inventory-service, version 1. */
@NullMarked
package dev.springtide.contract.product.v1;

import org.jspecify.annotations.NullMarked;
