package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** Orders at rising rates; ends with what breaks, whatever the warm-up was like. */
public class Capacity extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        ChainBuilder order = Shop.basket().exec(Shop.order(phase));
        return Phase.isStep(phase.name())
                ? stopLoadGeneratorIf(
                                phase.name() + " broke",
                                session -> Shop.SETTINGS.endsIn(phase, Shop.ANSWERS::isBroken))
                        .exec(order)
                : order;
    }
}
