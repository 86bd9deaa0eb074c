package dev.springtide.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that holds at every moment in one database: a query that answers its breaches as
 * (subject, detail). Its first line is a comment that says what must hold; {@code :from} stands for
 * the id of the oldest order that is looked at.
 *
 * @param name of its file, without the ending
 */
public record Invariant(String name, String sql) {

    private static final String FILES = "classpath*:audit/*.sql";
    private static final String ENDING = ".sql";

    /**
     * Something that does not hold.
     *
     * @param subject the id of an order, or a SKU
     * @param all how many breaches there are in all
     */
    public record Breach(String subject, String detail, long all) {}

    /** All those that the service brings, by name. */
    public static List<Invariant> all() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(Invariant::read)
                    .sorted(Comparator.comparing(Invariant::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this name that the service brings. */
    public static Invariant named(String name) {
        return all().stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
    }

    /**
     * At most so many of the breaches among what is not older than an order's id; each tells how
     * many there are.
     */
    public List<Breach> breaches(JdbcClient jdbc, UUID from, int limit) {
        return jdbc.sql(
                        "SELECT subject, detail, count(*) OVER () AS breaches FROM (\n"
                                + sql
                                + "\n) AS breach LIMIT :limit")
                .param("from", from)
                .param("limit", limit)
                .query((row, _) ->
                        new Breach(
                                row.getString("subject"),
                                row.getString("detail"),
                                row.getLong("breaches")))
                .list();
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
