package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Reservation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored decisions. */
public interface Reservations {

    /** Those that are stored, without locks: what is read here is checked again by {@link #store}. */
    Map<UUID, Reservation> find(Collection<UUID> orderIds);

    /**
     * Stores reservations that have moved by one version each, in the order of their ids.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when another transaction
     *     has moved one of them since it was found; the caller's transaction must be rolled back
     *     and the wave decided anew
     */
    void store(List<Reservation> moved);
}
