package dev.springtide.load.benchmark;

import dev.springtide.load.Bound;
import java.util.List;

/**
 * What a benchmark came to.
 *
 * @param figures what was measured, in a form of its own
 */
record Findings(Object figures, List<Bound> bounds) {}
