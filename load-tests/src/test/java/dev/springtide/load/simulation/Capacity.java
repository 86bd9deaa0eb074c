package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** Orders at rising rates; ends when a step breaks, whatever the warm-up was like. */
public class Capacity extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        ChainBuilder order = Shop.basket().exec(Shop.order(phase));
        return phase.name().startsWith(Phase.STEP)
                ? stopLoadGeneratorIf(
                                phase.name() + " broke", session -> Shop.ANSWERS.isBroken(phase))
                        .exec(order)
                : order;
    }
}
