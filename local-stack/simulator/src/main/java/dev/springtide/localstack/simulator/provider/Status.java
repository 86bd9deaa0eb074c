package dev.springtide.localstack.simulator.provider;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a charge or a refund stands. */
enum Status {
    @JsonProperty("captured")
    CAPTURED,
    @JsonProperty("declined")
    DECLINED,
    /** Voided before it was ever charged; a later charge under the same key is refused. */
    @JsonProperty("canceled")
    CANCELED,
    @JsonProperty("voided")
    VOIDED,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED
}
