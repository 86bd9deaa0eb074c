package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.details;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;

/**
 * Orders at a constant rate: one or two products each; one customer in five browses the catalogue
 * before, one in five reads the order's status after.
 */
public class SteadyOrders extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        return Shop.basket()
                .exec(Shop.sometimes(20, Shop.catalogue(phase)))
                .exec(Shop.order(phase))
                .exec(Shop.sometimes(20, Shop.ownOrder(phase)));
    }

    @Override
    List<Assertion> limits() {
        return List.of(
                details(Phase.ORDER).successfulRequests().percent().gte(99.9),
                details(Phase.ORDER).responseTime().percentile(95).lt(1_000));
    }
}
