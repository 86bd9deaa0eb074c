package dev.springtide.localstack.faults;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the COMMITs of one PostgreSQL client: in words, or as the prepared statement that the
 * driver has made of them and names from then on. One that is split over two pieces is overlooked.
 */
final class CommitWatch implements Predicate<String> {

    private static final Pattern PREPARED = Pattern.compile("(S_[0-9]+)\0COMMIT\0");
    private static final String IN_WORDS = "COMMIT\0";

    private String bound = IN_WORDS;

    @Override
    public boolean test(String sent) {
        Matcher prepared = PREPARED.matcher(sent);
        if (prepared.find()) {
            bound = "\0" + prepared.group(1) + "\0";
            return true;
        }
        return sent.contains(bound) || sent.contains(IN_WORDS);
    }
}
