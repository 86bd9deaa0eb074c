package dev.springtide.parking;

import org.jspecify.annotations.Nullable;

/**
 * What a replay did.
 *
 * @param replayed how many records of the aggregate were applied
 * @param remaining how many still wait
 * @param error why the first of those that remain could not be applied
 */
public record ReplayResult(int replayed, long remaining, @Nullable String error) {}
