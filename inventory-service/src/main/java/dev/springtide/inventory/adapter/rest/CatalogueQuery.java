package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.CatalogueEntry;
import dev.springtide.inventory.application.CataloguePosition;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.problem.ProblemException;
import dev.springtide.web.Cursor;
import dev.springtide.web.PageLimit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of the list of products is asked for. Equal queries have equal answers. */
record CatalogueQuery(@Nullable String category, @Nullable CataloguePosition after, int limit) {

    private static final int LONGEST_CATEGORY = 200;

    /** Microseconds since 1970, as far as any database date reaches. */
    private static final Pattern MICROS = Pattern.compile("[0-9]{1,18}");

    static final CatalogueQuery FIRST = new CatalogueQuery(null, null, PageLimit.DEFAULT);

    /**
     * @throws ProblemException when a parameter is not what this list takes
     */
    static CatalogueQuery parse(
            @Nullable String category, @Nullable String cursor, @Nullable String limit) {
        if (category != null
                && (category.isBlank()
                        || category.length() > LONGEST_CATEGORY
                        || category.indexOf('\0') >= 0)) {
            throw ProblemException.invalid("category", "must have 1 to 200 characters");
        }
        return new CatalogueQuery(
                category, cursor == null ? null : position(cursor), PageLimit.parse(limit));
    }

    static String cursor(CatalogueEntry last) {
        return Cursor.encode(
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt())),
                last.product().sku().value());
    }

    private static CataloguePosition position(String cursor) {
        List<String> parts = Cursor.decode(cursor, 2);
        if (!MICROS.matcher(parts.get(0)).matches() || !Sku.isValid(parts.get(1))) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
        return new CataloguePosition(
                Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS),
                new Sku(parts.get(1)));
    }
}
