package dev.springtide.payment.domain;

/** What a line of the provider's list means to us. */
public sealed interface Verdict {

    /** Our records say the same. */
    record Matched() implements Verdict {}

    /** Not ours: nothing of it is ever touched. */
    record Foreign() implements Verdict {}

    /** Something we are waiting for, and have not heard. */
    record News(Payment payment, ProviderAnswer answer) implements Verdict {}

    /** Proven to be ours, and taken for a payment that ended without money: it goes back. */
    record TakenInVain(Payment payment) implements Verdict {}

    /** Nothing we know explains it: somebody has to look. Nothing of it is touched. */
    record Unexplained(String why) implements Verdict {}
}
