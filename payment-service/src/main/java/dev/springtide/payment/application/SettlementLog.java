package dev.springtide.payment.application;

import java.util.List;

/** The record of tries and of the provider's events, inside a transaction. */
public interface SettlementLog {

    /** Stores the events and answers those that were not stored before. */
    List<Settlement.ProviderEvent> recordNew(List<Settlement.ProviderEvent> events);

    /** Stores how tries ended. */
    void finish(List<Settlement.CallResult> results);
}
