package dev.springtide.load.simulation;

import dev.springtide.load.Phase;
import io.gatling.javaapi.core.ChainBuilder;

/** Everybody wants the same product and there is not enough of it; the warm-up buys others. */
public class FlashSale extends PhasedSimulation {
    @Override
    ChainBuilder visit(Phase phase) {
        ChainBuilder basket = phase.name().isEmpty() ? Shop.flashBasket() : Shop.basket();
        return basket.exec(Shop.order(phase));
    }
}
