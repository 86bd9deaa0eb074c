package dev.springtide.order.config;

import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.reading.OrderReader;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the orders in motion for the metric; a scrape never waits for the database. */
@Component
@EnableScheduling
class ActiveOrders {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveOrders.class);

    private final OrderReader orders;
    private final OrderMetrics metrics;

    ActiveOrders(OrderReader orders, OrderMetrics metrics) {
        this.orders = orders;
        this.metrics = metrics;
    }

    /** An unreachable database leaves the last figure. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void count() {
        try {
            metrics.active(orders.countActive());
        } catch (DataAccessException e) {
            LOG.debug("The orders in motion cannot be counted", e);
        }
    }
}
