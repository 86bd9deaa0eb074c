package dev.springtide.order.domain;

/** What an operator may do to an order that does not go on by itself. */
public enum CorrectionAction {
    /** Ends it as cancelled, with its stock and its payment given back. */
    CANCEL,
    /** Asks once more for what the order waits for; whoever has done it already does nothing. */
    RETRY
}
