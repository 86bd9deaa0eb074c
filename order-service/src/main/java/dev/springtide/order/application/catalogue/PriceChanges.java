package dev.springtide.order.application.catalogue;

import java.util.List;

/** Applies announcements in the caller's transaction; old or repeated ones change nothing. */
@FunctionalInterface
public interface PriceChanges {

    /** Each SKU at most once. */
    void apply(List<PriceChange> changes);
}
