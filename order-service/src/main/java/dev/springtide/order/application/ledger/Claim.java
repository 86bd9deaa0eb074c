package dev.springtide.order.application.ledger;

import java.util.UUID;

/** What the ledger says of a key. */
public sealed interface Claim {

    /** Nobody has used it; it belongs to the current transaction until that ends. */
    record Fresh() implements Claim {}

    /** Another transaction, here or in another instance, is working on it. */
    record Busy() implements Claim {}

    /** It was used; the resource it made exists. */
    record Used(Fingerprint fingerprint, UUID resourceId) implements Claim {}
}
