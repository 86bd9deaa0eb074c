package dev.springtide.load.simulation;

/** The mix of {@link SteadyOrders}, for hours. */
public class Soak extends SteadyOrders {}
