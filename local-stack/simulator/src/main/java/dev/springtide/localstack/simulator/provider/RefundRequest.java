package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.BadRequestException;

/** The body of a refund. */
record RefundRequest(String chargeKey, Amount amount) {

    RefundRequest {
        if (chargeKey == null || amount == null) {
            throw new BadRequestException("chargeKey and amount are required");
        }
    }

    boolean same(Refund refund) {
        return chargeKey.equals(refund.chargeKey()) && amount.equals(refund.amount());
    }
}
