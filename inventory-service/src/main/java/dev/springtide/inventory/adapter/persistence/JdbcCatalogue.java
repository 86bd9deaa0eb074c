package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.Catalogue;
import dev.springtide.inventory.application.CatalogueEntry;
import dev.springtide.inventory.application.CataloguePosition;
import dev.springtide.inventory.domain.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Catalogue queries: by primary key, or along one of the two list indexes. */
@Repository
class JdbcCatalogue implements Catalogue {

    private static final String SELECT =
            """
            SELECT p.sku, p.name, p.description, p.category, p.price_minor, p.currency, p.version,
                   p.created_at, s.available
              FROM product p JOIN stock s USING (sku)
            """;

    private final JdbcClient jdbc;

    JdbcCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<CatalogueEntry> find(Sku sku) {
        return jdbc.sql(SELECT + "WHERE p.sku = ?")
                .param(sku.value())
                .query(JdbcCatalogue::entry)
                .optional();
    }

    @Override
    public List<CatalogueEntry> list(
            @Nullable String category, @Nullable CataloguePosition after, int limit) {
        String where =
                "WHERE true"
                        + (category == null ? "" : " AND p.category = :category")
                        + (after == null ? "" : " AND (p.created_at, p.sku) < (:createdAt, :sku)");
        JdbcClient.StatementSpec query =
                jdbc.sql(SELECT + where + " ORDER BY p.created_at DESC, p.sku DESC LIMIT :limit")
                        .param("limit", limit);
        if (category != null) {
            query = query.param("category", category);
        }
        if (after != null) {
            query =
                    query.param("createdAt", after.createdAt().atOffset(ZoneOffset.UTC))
                            .param("sku", after.sku().value());
        }
        return query.query(JdbcCatalogue::entry).list();
    }

    private static CatalogueEntry entry(ResultSet row, int number) throws SQLException {
        return new CatalogueEntry(
                ProductRows.product(row),
                row.getLong("available"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
