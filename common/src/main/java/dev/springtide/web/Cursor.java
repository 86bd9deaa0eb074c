package dev.springtide.web;

import dev.springtide.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A place in a list, opaque to callers. It is not signed: what it decodes to is input like any
 * other.
 */
public final class Cursor {

    private static final char SEPARATOR = '\n';
    private static final int MAX_LENGTH = 1024;

    private Cursor() {}

    /** Joins the parts, none of which may hold a line feed. */
    public static String encode(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        String.join(String.valueOf(SEPARATOR), parts)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Splits a cursor.
     *
     * @param parts how many parts a cursor of this list has
     * @throws ProblemException for anything that {@link #encode} did not make of so many parts
     */
    public static List<String> decode(String cursor, int parts) {
        try {
            if (cursor.length() <= MAX_LENGTH) {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor);
                String text =
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
                List<String> values = List.of(text.split(String.valueOf(SEPARATOR), -1));
                if (values.size() == parts && text.indexOf('\0') < 0) {
                    return values;
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("cursor", "is not a cursor of this list");
    }
}
