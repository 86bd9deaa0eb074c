package dev.springtide.load;

import java.util.List;

/** What a run leaves, as JSON. */
public interface Document {
    /** Of its file, without the ending. */
    String name();

    /** What fits into a line. */
    Object summary();

    List<Bound> bounds();

    /** {@code passed} or {@code failed}. */
    String verdict();

    default boolean hasPassed() {
        return verdict().equals("passed");
    }
}
