package dev.springtide.inventory.adapter.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The body of {@code POST /api/v1/inventory/{sku}/adjustments}.
 *
 * @param delta units found (positive) or lost (negative), up to 1,000,000,000, never 0
 * @param reason 1–200 characters, not blank
 */
record AdjustmentRequest(
        @Min(-LIMIT) @Max(LIMIT) long delta, @NotBlank @Size(max = 200) String reason) {

    private static final long LIMIT = 1_000_000_000L;
}
