package dev.springtide.order.adapter.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Ids in the server's order, for statements that name their range beside the list of them: the
 * range lets PostgreSQL skip partitions also in a plan it keeps.
 */
record IdRange(List<UUID> ids) {

    /** As PostgreSQL compares them; {@link UUID#compareTo} takes the halves for signed numbers. */
    private static final Comparator<UUID> SERVERS =
            Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    /**
     * @param ids one at least
     */
    static IdRange of(Collection<UUID> ids) {
        return new IdRange(ids.stream().sorted(SERVERS).toList());
    }

    UUID[] array() {
        return ids.toArray(UUID[]::new);
    }

    UUID lowest() {
        return ids.getFirst();
    }

    UUID highest() {
        return ids.getLast();
    }
}
