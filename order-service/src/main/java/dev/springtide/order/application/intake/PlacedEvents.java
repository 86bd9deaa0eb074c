package dev.springtide.order.application.intake;

import java.util.List;

/** Announces stored orders to the other services, in the transaction that stores them. */
public interface PlacedEvents {

    void placed(List<NewOrder> orders);
}
