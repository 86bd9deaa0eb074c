package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.pause;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/**
 * The busiest hour: each customer looks at the catalogue and a product, orders, and reads how it
 * went; some read their history. With six seconds a visit, 167 orders a second are 1,000 customers
 * at once.
 */
public class PeakHour extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        return Shop.basket()
                .exec(Shop.catalogue(phase))
                .exec(pause(2))
                .exec(Shop.product(phase))
                .exec(pause(2))
                .exec(Shop.order(phase))
                .exec(pause(2))
                .exec(Shop.ownOrder(phase))
                .exec(Shop.sometimes(20, Shop.history(phase)));
    }

    @Override
    List<Assertion> limits() {
        return List.of(
                details(Phase.ORDER).successfulRequests().percent().gte(99.9),
                details(Phase.ORDER).responseTime().percentile(95).lt(100));
    }
}
