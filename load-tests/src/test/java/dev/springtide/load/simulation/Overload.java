package dev.springtide.load.simulation;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** Orders at a rate that the platform carries, then at five times that, then again. */
public class Overload extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        return Shop.basket()
                .exec(Shop.sometimes(20, Shop.catalogue(phase)))
                .exec(Shop.order(phase));
    }
}
