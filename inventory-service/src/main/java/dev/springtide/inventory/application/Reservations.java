package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Reservation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stored decisions. */
public interface Reservations {

    /** Those that are stored, without locks. */
    Map<UUID, Reservation> find(Collection<UUID> orderIds);

    /**
     * Locks reservations as they were found, in the order of their ids, until the transaction ends.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when another transaction
     *     has moved or answered one of them since; the caller's transaction must be rolled back and
     *     the wave decided anew
     */
    void lock(Collection<Reservation> found);

    /**
     * Stores reservations that have moved by one version each: those that were locked, and new ones
     * in the order of their ids.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException when another transaction
     *     was faster to store a new one; what holds for {@link #lock} holds then
     */
    void store(List<Reservation> moved);

    /** Notes of locked reservations that have not moved which request was answered again. */
    void answeredAgain(List<Reservation> asked);
}
