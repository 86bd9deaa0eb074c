package dev.springtide.order.adapter.rest;

import dev.springtide.problem.ProblemException;

/** The rule for what people give as a reason. */
final class Reasons {

    private static final int LONGEST = 200;

    private Reasons() {}

    static String bounded(String reason) {
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw ProblemException.invalid(
                    "reason", "must be at most %d characters".formatted(LONGEST));
        }
        return reason;
    }
}
