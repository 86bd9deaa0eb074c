package dev.springtide.order.domain;

import dev.springtide.money.Money;

/**
 * The part of an order that no decision of the saga changes.
 *
 * @param overdue whether a deadline runs and has passed by the database's clock
 */
public record OrderHeader(OrderId id, String customerId, Money total, boolean overdue) {}
