package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.application.Catalogue;
import dev.springtide.web.PageLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Reads the first page and the newest products before the instance says that it is ready. A start
 * never fails for it.
 */
@Component
class CatalogueWarmUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueWarmUp.class);

    private final Catalogue catalogue;
    private final CatalogueDocuments documents;

    CatalogueWarmUp(Catalogue catalogue, CatalogueDocuments documents) {
        this.catalogue = catalogue;
        this.documents = documents;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            documents.list(CatalogueQuery.FIRST);
            catalogue.list(null, null, PageLimit.MAX).forEach(documents::remember);
        } catch (RuntimeException e) {
            LOG.warn("The catalogue starts cold", e);
        }
    }
}
