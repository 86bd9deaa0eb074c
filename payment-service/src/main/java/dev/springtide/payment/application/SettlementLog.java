package dev.springtide.payment.application;

import java.time.Duration;
import java.util.List;

/** The record of tries and of the provider's events; what is written needs a transaction. */
public interface SettlementLog {

    /** Stores the events and answers those that were not stored before. */
    List<Settlement.ProviderEvent> recordNew(List<Settlement.ProviderEvent> events);

    /** Stores how tries ended. */
    void finish(List<Settlement.CallResult> results);

    /** Forgets events received longer ago by the database's clock. */
    void forgetEventsOlderThan(Duration age);
}
