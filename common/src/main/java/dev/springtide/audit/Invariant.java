package dev.springtide.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Something that holds at every moment in one database: a query that answers its breaches as
 * (subject, detail). Its first line is a comment that says what must hold; {@code :from} stands for
 * the id of the oldest order that is looked at.
 *
 * @param name of its file, without the ending
 */
record Invariant(String name, String sql) {

    private static final String FILES = "classpath*:audit/*.sql";
    private static final String ENDING = ".sql";

    /** All those that the service brings, by name. */
    static List<Invariant> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Invariant::read)
                    .sorted(Comparator.comparing(Invariant::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invariant read(Resource file) {
        try {
            String name = String.valueOf(file.getFilename());
            return new Invariant(
                    name.substring(0, name.length() - ENDING.length()),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
