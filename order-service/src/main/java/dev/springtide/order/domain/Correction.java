package dev.springtide.order.domain;

import java.util.UUID;

/**
 * Who corrects an order by hand, and why.
 *
 * @param operator the subject of the operator's token
 */
public record Correction(UUID id, CorrectionAction action, String operator, String reason) {}
