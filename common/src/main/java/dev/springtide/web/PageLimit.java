package dev.springtide.web;

import dev.springtide.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The size of a page that a caller asks for: 1–100, by default 20. */
public final class PageLimit {

    public static final int DEFAULT = 20;
    public static final int MAX = 100;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private PageLimit() {}

    /**
     * Reads the parameter's value.
     *
     * @throws ProblemException for anything but a whole number in the range
     */
    public static int parse(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (NUMBER.matcher(limit).matches() && Integer.parseInt(limit) <= MAX) {
            return Integer.parseInt(limit);
        }
        throw ProblemException.invalid("limit", "must be a whole number from 1 to " + MAX);
    }
}
