package dev.springtide.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** Orders at rising rates; ends when a step breaks. */
public class Capacity extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        return stopLoadGeneratorIf(
                        phase.name() + " broke", session -> Shop.ANSWERS.isBroken(phase.name()))
                .exec(Shop.basket())
                .exec(Shop.order(phase));
    }
}
