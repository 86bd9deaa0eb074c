package dev.springtide.order.domain;

/** What is stored apart from an order and read for those inputs only that concern it. */
public enum OrderPart {
    REFUNDS,
    /** Each line with what has been shipped of it. */
    LINES
}
