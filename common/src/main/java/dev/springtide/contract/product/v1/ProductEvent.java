package dev.springtide.contract.product.v1;

import dev.springtide.contract.DomainEvent;

/** What happens to a product of the catalogue. */
public sealed interface ProductEvent extends DomainEvent permits ProductChanged {}
