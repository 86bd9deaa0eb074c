package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Stock;
import java.util.Optional;

/** The adjustments made, by the caller's key. */
public interface Adjustments {

    /**
     * Takes the key until the transaction ends.
     *
     * @return false at once when another transaction has it
     */
    boolean claim(AdjustStock command);

    /**
     * What an earlier request under this key led to.
     *
     * @throws AdjustmentKeyReusedException when that request was another one
     */
    Optional<Stock> find(AdjustStock command);

    void record(AdjustStock command, Stock after);
}
