package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The products with what is available of them, as committed, from the database. */
public interface Catalogue {

    Optional<CatalogueEntry> find(Sku sku);

    /** Products newest first, behind a position if one is given. */
    List<CatalogueEntry> list(
            @Nullable String category, @Nullable CataloguePosition after, int limit);
}
