package dev.springtide.payment.domain;

/** What the provider said about one of our keys, or that it said nothing. */
public sealed interface ProviderAnswer {

    /** A short stable name, without the provider's words. */
    default String outcome() {
        return switch (this) {
            case Captured() -> "captured";
            case Declined(String code) -> "declined";
            case Canceled() -> "canceled";
            case Voided() -> "voided";
            case VoidRefused() -> "void refused";
            case Refunded() -> "refunded";
            case RefundRefused(String reason) -> "refund refused";
            case InDoubt(String cause) -> "in doubt";
            case NeverLeft(String cause) -> "not sent";
        };
    }

    record Captured() implements ProviderAnswer {}

    record Declined(String code) implements ProviderAnswer {}

    /** Nothing was charged under the key and nothing ever will be. */
    record Canceled() implements ProviderAnswer {}

    record Voided() implements ProviderAnswer {}

    /** The charge can no longer be voided: it has to be refunded. */
    record VoidRefused() implements ProviderAnswer {}

    record Refunded() implements ProviderAnswer {}

    record RefundRefused(String reason) implements ProviderAnswer {}

    /** The call may have had its effect. */
    record InDoubt(String cause) implements ProviderAnswer {}

    /** The call certainly had no effect. */
    record NeverLeft(String cause) implements ProviderAnswer {}
}
