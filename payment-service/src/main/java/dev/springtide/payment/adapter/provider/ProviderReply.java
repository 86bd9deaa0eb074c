package dev.springtide.payment.adapter.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What the provider answers about a charge or a refund; fields of no use here are left out. */
record ProviderReply(
        @Nullable Status status, @Nullable String declineCode, @Nullable String reason) {

    enum Status {
        @JsonProperty("captured")
        CAPTURED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("canceled")
        CANCELED,
        @JsonProperty("voided")
        VOIDED,
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("failed")
        FAILED
    }
}
