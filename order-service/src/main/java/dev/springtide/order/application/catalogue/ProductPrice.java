package dev.springtide.order.application.catalogue;

import dev.springtide.money.Money;
import dev.springtide.order.domain.Sku;

/** A product as the catalogue last announced it. */
public record ProductPrice(Sku sku, String name, Money price) {}
