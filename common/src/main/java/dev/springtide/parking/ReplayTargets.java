package dev.springtide.parking;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The consumers of this process that parked records can be given to again, by name. */
public final class ReplayTargets {

    private final Map<String, ReplayTarget> targets = new ConcurrentHashMap<>();

    /** Applies one parked record; runs inside the transaction that marks it as replayed. */
    @FunctionalInterface
    public interface ReplayTarget {
        void apply(ParkedRecord record);
    }

    public void register(String consumer, ReplayTarget target) {
        targets.put(consumer, target);
    }

    Optional<ReplayTarget> find(String consumer) {
        return Optional.ofNullable(targets.get(consumer));
    }
}
