package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueChanges;
import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.domain.Sku;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Drops the copy of a product after the commit that changes it, never before: a copy made in
 * between would be the old one. Lists and what sales change ride their time to live.
 */
@Component
class CatalogueEviction {

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @CacheEvict(cacheNames = CatalogueDocument.PRODUCTS, key = "#changed.sku().value()")
    public void afterCommit(Changed changed) {}

    record Changed(Sku sku) {}

    @Component
    static class Publisher implements CatalogueChanges {

        private final ApplicationEventPublisher events;

        Publisher(ApplicationEventPublisher events) {
            this.events = events;
        }

        @Override
        public void changed(Sku sku) {
            events.publishEvent(new Changed(sku));
        }
    }
}
