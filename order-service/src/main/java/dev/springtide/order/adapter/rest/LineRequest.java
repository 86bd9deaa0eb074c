package dev.springtide.order.adapter.rest;

import dev.springtide.order.domain.Quantity;
import dev.springtide.order.domain.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A product and a number of units as they were parsed; nothing in it is checked yet. */
record LineRequest(@Nullable String sku, @Nullable Integer quantity) {

    private static final int MAX_LINES = 100;

    /**
     * The lines with those of one product merged, in their order; what is wrong with them is left
     * to {@code checks}. At most 100 lines of at most 999, so the sums cannot overflow.
     */
    static SequencedMap<Sku, Integer> merged(
            FieldChecks checks, @Nullable List<@Nullable LineRequest> lines) {
        SequencedMap<Sku, Integer> quantities = new LinkedHashMap<>();
        if (lines == null || lines.isEmpty() || lines.size() > MAX_LINES) {
            checks.reject("lines", "must have 1 to " + MAX_LINES + " entries");
            return quantities;
        }
        for (int i = 0; i < lines.size(); i++) {
            String field = "lines[" + i + "]";
            LineRequest line = lines.get(i);
            if (line == null) {
                checks.reject(field, "is required");
                continue;
            }
            String sku = checks.required(field + ".sku", line.sku());
            Integer quantity = line.quantity();
            if (quantity == null || quantity < Quantity.MIN || quantity > Quantity.MAX) {
                checks.reject(
                        field + ".quantity",
                        "must be a whole number from " + Quantity.MIN + " to " + Quantity.MAX);
            } else if (Sku.isValid(sku)) {
                quantities.merge(new Sku(sku), quantity, Integer::sum);
            }
        }
        return quantities;
    }
}
