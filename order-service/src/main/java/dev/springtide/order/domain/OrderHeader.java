package dev.springtide.order.domain;

import dev.springtide.money.Money;

/**
 * The part of an order that no decision of the saga changes.
 *
 * @param overdue whether a deadline runs and has passed by the database's clock
 * @param repeatDue whether an answer has been awaited for so long by the database's clock that it
 *     is time to ask again
 */
public record OrderHeader(
        OrderId id, String customerId, Money total, boolean overdue, boolean repeatDue) {}
