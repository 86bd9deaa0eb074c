package dev.springtide.load.simulation;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** A calm shop, ten seconds of four times as many customers, and the calm after. */
public class Spike extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        return Shop.basket().exec(Shop.order(phase));
    }
}
